package dev.plimsoll.testkit;

import dev.plimsoll.testkit.index.AllRules;
import java.util.List;

/** Policies over files of each language. */
final class PolicySamples {

  static final String IMAGES =
      """
      policies:
        registries:
          message: "{value} is not ours"
          severity: error
          allowedRegistries: [ghcr.io/acme, docker.io/library/*]
        no-latest: {message: 'pin {value}', forbiddenImages: ["*:latest"]}
      """;

  private PolicySamples() {}

  static Sample of(String yaml) {
    return Sample.of(new AllRules()).only("policy/*").file("plimsoll.yaml", yaml);
  }

  static List<String> dockerfile(String yaml, String text) {
    return of(yaml).file("Dockerfile", text).run().findings();
  }

  static List<String> compose(String yaml, String text) {
    return of(yaml).file("compose.yaml", text).run().findings();
  }
}
