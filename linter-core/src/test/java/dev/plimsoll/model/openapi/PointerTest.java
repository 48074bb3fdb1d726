package dev.plimsoll.model.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.yaml.YamlReader;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.text.SourceText;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PointerTest {

  private static final YamlNode ROOT =
      YamlReader.read(
              SourceText.of(
                  "a.yaml", "a/b: 1\n\"c~d\": {e: [2, 3]}\n\"/x/{id}\": 4\n\u00e9: 5\n\"\": 6\n"))
          .tree()
          .get(0)
          .root()
          .orElseThrow();

  private static String find(String fragment) {
    Optional<YamlNode> found = Pointer.find(ROOT, fragment);
    return found
        .map(node -> node instanceof Scalar scalar ? scalar.text() : node.kind())
        .orElse("-");
  }

  @Test
  void escapesOfPointersAndOfUris() {
    assertThat(find("/a~1b")).isEqualTo("1");
    assertThat(find("/c~0d/e/1")).isEqualTo("3");
    assertThat(find("/~1x~1%7Bid%7D")).isEqualTo("4");
    assertThat(find("/%C3%A9")).isEqualTo("5");
    assertThat(find("/")).isEqualTo("6");
    assertThat(find("")).isEqualTo("a mapping");
  }

  @Test
  void whatIsNotThere() {
    assertThat(find("/c~0d/e/2")).isEqualTo("-");
    assertThat(find("/c~0d/e/x")).isEqualTo("-");
    assertThat(find("/a~1b/c")).isEqualTo("-");
    assertThat(find("a~1b")).isEqualTo("-");
  }
}
