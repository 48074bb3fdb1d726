package dev.plimsoll.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.engine.LintSettings.Fixes;
import dev.plimsoll.testkit.index.AllRules;
import org.junit.jupiter.api.Test;

/** A part of a document goes behind a reference by a safe fix only where it reads the same then. */
class SharingTest {

  private static final String DOCUMENT =
      """
      openapi: 3.0.3
      info: {title: t, version: "1"}
      paths:
        /a:
          get:
            responses:
              "404": {description: Gone, headers: {A: {schema: {type: string}}}}
      components:
        responses:
          Shared: {headers: {A: {schema: {type: string}}}, description: %s}
      """;

  private static Linted fixed(String description) {
    return Sample.of(new AllRules())
        .file("openapi.yaml", DOCUMENT.replace("%s", description))
        .fixing(Fixes.SAFE)
        .run();
  }

  @Test
  void whatReadsTheSameIsShared() {
    Linted linted = fixed("Gone");

    assertThat(linted.withdrawn()).isEmpty();
    assertThat(linted.files().get("openapi.yaml"))
        .contains("\"404\": {$ref: \"#/components/responses/Shared\"}");
  }

  @Test
  void whatWouldReadOtherwiseIsNot() {
    Linted linted = fixed("Missing");

    assertThat(linted.withdrawn())
        .containsExactly(
            "openapi/shares-inline-responses: what stands at paths/|a/get/responses/404 of"
                + " openapi.yaml would read otherwise");
    assertThat(linted.files().get("openapi.yaml")).contains("\"404\": {description: Gone");
  }
}
