package dev.plimsoll.model.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.yaml.YamlReader;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.text.SourceText;
import org.junit.jupiter.api.Test;

class WrittenMountTest {

  private static String target(String yaml) {
    YamlNode node =
        YamlReader.read(SourceText.of("compose.yaml", yaml)).tree().get(0).root().orElseThrow();
    return WrittenMount.target(node).map(ComposeNode.Scalar::text).orElse("none");
  }

  @Test
  void itIsThePathInTheContainer() {
    assertThat(target("./a:/b/:ro\n")).isEqualTo("/b");
    assertThat(target("/b\n")).isEqualTo("/b");
    assertThat(target("{type: bind, source: ., target: /b/c/}\n")).isEqualTo("/b/c");
    assertThat(target("${A:-.}:/b\n")).isEqualTo("/b");
  }

  @Test
  void whatAVariableDecidesIsNotKnown() {
    assertThat(target("./a:${B}\n")).isEqualTo("none");
    assertThat(target("${A}:/b\n")).isEqualTo("none");
    assertThat(target("[]\n")).isEqualTo("none");
  }
}
