package dev.plimsoll.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PolicyReferencesTest {

  private static final String REFERRED =
      """
      openapi: 3.1.0
      paths:
        /a:
          get:
            parameters:
              - $ref: '#/components/parameters/Page'
              - $ref: '#/components/parameters/None'
              - {name: own, in: query}
            responses:
              '200': {$ref: 'parts.yaml#/responses/Fine'}
        /b:
          $ref: paths/b.yaml
      components:
        parameters:
          Page: {name: page, in: query}
      """;

  private static Sample referring(String policy) {
    return PolicySamples.of("policies: {p: {language: openapi, " + policy + "}}")
        .file("api.yaml", REFERRED)
        .file("parts.yaml", "responses:\n  Fine: {description: fine}\n")
        .file(
            "paths/b.yaml",
            "get:\n  parameters: [{$ref: '../api.yaml#/components/parameters/Page'}]\n");
  }

  @Test
  void referencesAreFollowedAndFindingsStandAtTheDefinition() {
    assertThat(
            referring("given: '$.paths[*][*].parameters[*]', then: {requiredKeys: [x, y]}")
                .run()
                .findings())
        .containsExactly(
            "api.yaml:8:12: policy/p: parameters lacks x",
            "api.yaml:8:12: policy/p: parameters lacks y",
            "api.yaml:15:5: policy/p: Page lacks x",
            "api.yaml:15:5: policy/p: Page lacks y");
    assertThat(
            referring("given: '$.paths[*].*.responses.*', then: {field: content, defined: true}")
                .run()
                .findings())
        .containsExactly("parts.yaml:2:3: policy/p: content is missing");
    assertThat(
            referring("given: '$.paths.*', then: {field: get, undefined: true}").run().findings())
        .containsExactly(
            "api.yaml:4:5: policy/p: get is not allowed",
            "paths/b.yaml:1:1: policy/p: get is not allowed");
  }

  @Test
  void referencesMayBeSeenAsTheyAreWritten() {
    assertThat(
            referring("resolved: false, given: '$.paths.*', then: {field: $ref, undefined: true}")
                .run()
                .findings())
        .containsExactly("api.yaml:12:5: policy/p: $ref is not allowed");
    assertThat(referring("given: '$..[''$ref'']', then: {notMatch: None$}").run().findings())
        .hasSize(1);
  }
}
