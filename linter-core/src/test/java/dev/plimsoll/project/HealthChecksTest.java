package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.compose.ComposeSet;
import org.junit.jupiter.api.Test;

class HealthChecksTest {

  private static final String DOCKERFILE =
      """
      FROM python:3.13-slim AS base
      FROM base AS api
      HEALTHCHECK CMD ["true"]
      FROM api AS worker
      HEALTHCHECK NONE
      """;

  private static String check(String service) {
    LinkedFiles files =
        LinkedFiles.of("compose.yaml", "services:\n  api:\n" + service, "Dockerfile", DOCKERFILE);
    ComposeSet set = files.set("compose.yaml");
    Answer<HealthCheck> answer = files.view().compose().healthcheck(set, files.service(set, "api"));
    return answer instanceof Answer.Known<HealthCheck> known
        ? known.value().kind().name()
        : ((Answer.Unknown<HealthCheck>) answer).reason();
  }

  @Test
  void serviceSaysIt() {
    assertThat(check("    image: x/y\n    healthcheck: {test: curl x}\n")).isEqualTo("SERVICE");
    assertThat(check("    image: x/y\n    healthcheck: {test: [NONE]}\n")).isEqualTo("DISABLED");
    assertThat(check("    image: x/y\n    healthcheck: {disable: true}\n")).isEqualTo("DISABLED");
  }

  @Test
  void elseItsImageDoes() {
    String build = "    build: {context: ., target: ";
    assertThat(check(build + "base}\n")).isEqualTo("NONE");
    assertThat(check(build + "api}\n    healthcheck: {interval: 3s}\n")).isEqualTo("IMAGE");
    assertThat(check(build + "worker}\n")).isEqualTo("DISABLED");
    assertThat(check("    image: postgres:17\n")).isEqualTo("NONE");
    assertThat(check("    image: x/y\n")).isEqualTo("whether the image has a check is not known");
  }
}
