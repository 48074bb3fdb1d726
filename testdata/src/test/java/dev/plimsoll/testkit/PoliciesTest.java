package dev.plimsoll.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.rule.Diagnostic;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.testkit.index.AllRules;
import org.junit.jupiter.api.Test;

class PoliciesTest {

  @Test
  void judgesEachPlaceOnce() {
    String yaml =
        """
        policies:
          p:
            language: compose
            given: [$..image, "$.services[*].image"]
            then: {notMatch: x}
        """;
    assertThat(PolicySamples.compose(yaml, "services: {a: {image: x:1}}\n")).hasSize(1);
  }

  @Test
  void doesNotMissWhatAnErrorHides() {
    String yaml = "policies: {p: {requiredKeys: [restart]}}";
    String broken = "services:\n  a:\n    image: x\n    command: [a\n    restart: always\n";
    assertThat(PolicySamples.compose(yaml, broken)).isEmpty();
  }

  @Test
  void masksSecrets() {
    String yaml =
        """
        policies:
          p:
            language: compose
            message: "{name} is {value}"
            given: $..environment.*
            then: {match: "^x$"}
        """;
    assertThat(
            PolicySamples.compose(
                yaml, "services: {a: {image: x, environment: {DB_PASSWORD: hunter2hunter2}}}\n"))
        .singleElement()
        .asString()
        .contains("DB_PASSWORD is ")
        .doesNotContain("hunter2");
  }

  @Test
  void takesPartInSelectionSeverityAndIgnores() {
    String text =
        "FROM quay.io/a/b:1\n# plimsoll: ignore[policy/registries] as agreed\nFROM quay.io/c/d:1\n";
    assertThat(PolicySamples.dockerfile(PolicySamples.IMAGES, text))
        .containsExactly("Dockerfile:1:6: policy/registries: quay.io/a/b:1 is not ours");
    assertThat(
            PolicySamples.dockerfile(
                PolicySamples.IMAGES + "rules: {policy/registries: off}\n", "FROM quay.io/a/b\n"))
        .singleElement()
        .asString()
        .contains("policy/no-latest"); // a name beats a kind, as for all rules
    Sample all = Sample.of(new AllRules()).file("Dockerfile", "FROM quay.io/a/b\n");
    assertThat(
            all.file("plimsoll.yaml", PolicySamples.IMAGES + "rules: {policy/registries: off}\n")
                .run()
                .findings())
        .singleElement()
        .asString()
        .contains("policy/no-latest");
    assertThat(
            all.file("plimsoll.yaml", PolicySamples.IMAGES + "ignore: [policy/*]\n")
                .run()
                .findings())
        .isEmpty();
    assertThat(
            all.file(
                    "plimsoll.yaml",
                    PolicySamples.IMAGES + "overrides: [{files: [x/**], ignore: ['policy/*']}]\n")
                .run()
                .findings())
        .hasSize(2);
    assertThat(
            all.file("plimsoll.yaml", PolicySamples.IMAGES + "rules: {policy/registries: info}\n")
                .run()
                .outcome()
                .findings())
        .extracting(Diagnostic::severity)
        .containsExactly(Severity.WARNING, Severity.INFO);
    assertThat(
            Sample.of(new AllRules())
                .only("no-latest")
                .file("plimsoll.yaml", PolicySamples.IMAGES)
                .file("Dockerfile", "FROM quay.io/a/b\n")
                .run()
                .findings())
        .hasSize(1);
  }
}
