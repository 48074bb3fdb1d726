package dev.plimsoll.model.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.text.SourceText;
import org.junit.jupiter.api.Test;

class ExampleObjectTest {

  private static boolean isBare(String text) {
    OpenApiFile file = OpenApiFile.of(SourceText.of("a.yaml", "x: " + text + "\n"));
    return ExampleObject.isBare((Mapping) file.root().orElseThrow().find("x").orElseThrow());
  }

  @Test
  void aBareExampleHasNoValueAndStrangeKeys() {
    assertThat(isBare("{id: 1}")).isTrue();
    assertThat(isBare("{description: d, id: 1}")).isTrue();
    assertThat(isBare("{description: d}")).isFalse();
    assertThat(isBare("{}")).isFalse();
    assertThat(isBare("{value: 1, id: 1}")).isFalse();
    assertThat(isBare("{externalvalue: 1, id: 1}")).isFalse();
    assertThat(isBare("{vlaue: 1}")).isFalse();
    assertThat(isBare("{<<: {}, id: 1}")).isFalse();
    assertThat(isBare("{$ref: a, id: 1}")).isFalse();
    assertThat(isBare("{x-a: 1}")).isFalse();
  }
}
