package dev.plimsoll.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OpenApiReferencesTest {

  private static Iterable<String> paths(String text) {
    return OpenApiReferences.paths(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void filesAreNamedInYamlAndJson() {
    assertThat(paths("a:\n  $ref: ../b.yaml#/c\nd: {$ref: 'e f.yml', g: 1}\n"))
        .containsExactly("../b.yaml", "e f.yml");
    assertThat(paths("{\"$ref\": \"a%20b.json\", \"x\": {\"$ref\":\"c.yaml#/d\"}}"))
        .containsExactly("a b.json", "c.yaml");
  }

  @Test
  void whatNamesNoFileIsNone() {
    assertThat(paths("a: {$ref: '#/b'}\nc: $ref\nd: {$ref: e.md}\n$refs: x.yaml\n$ref")).isEmpty();
  }
}
