package dev.plimsoll.parse.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.text.SourceText;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class YamlJsonTest {

  private static Parsed<YamlFile> read(String text) {
    return YamlReader.readFile(SourceText.of("a.json", text));
  }

  private static Mapping root(Parsed<YamlFile> file) {
    assertThat(file.problems()).isEmpty();
    return (Mapping) file.tree().documents().get(0).root().orElseThrow();
  }

  @Test
  void noBlankIsNeededBehindAQuotedKey() {
    assertThat(root(read("{\"a\":1}")).find("a").map(YamlNode::slice)).hasToString("Optional[1]");
    assertThat(root(read("{\"a\":[{\"b\":null}],\"c\":{}}")).entries()).hasSize(2);
  }

  @Test
  void behindAPlainKeyOneIsNeeded() {
    Mapping root = root(read("{a:1}"));
    assertThat(((Scalar) root.entries().get(0).key()).text()).isEqualTo("a:1");
  }

  @Test
  void tabsIndentJson() {
    Mapping root =
        root(
            read(
                "{\n\t\"a\":\t1,\n\t\"b\":\t[\n\t\t\t\"x\",\n\t\t{ }\t]\t,\r\n\t\"c\"\t:\t{\t}\n\t}\n"));
    assertThat(root.entries()).hasSize(3);
    assertThat(((Sequence) root.find("b").orElseThrow()).items()).hasSize(2);
  }

  @Test
  void escapesAreThoseOfJson() {
    Mapping root = root(read("{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\"}"));
    assertThat(((Scalar) root.find("a").orElseThrow()).text())
        .isEqualTo("\"\\/\b\f\n\r\t\u00e9\uD83D\uDE00");
  }

  @Test
  void aKeyIsAtMost1024CharactersLong() {
    assertThat(read("{\"" + "k".repeat(1000) + "\":1}").problems()).isEmpty();
    assertThat(read("{\"" + "k".repeat(2000) + "\":1}").problems()).hasSize(1);
  }

  @Test
  void aMillionCharactersInOneLineAreRead() {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < 50_000; i++) {
      json.append(i == 0 ? "" : ",")
          .append("\"key")
          .append(i)
          .append("\":{\"a\":[")
          .append(i)
          .append("]}");
    }
    json.append('}');
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> assertThat(root(read(json.toString())).entries()).hasSize(50_000));
  }
}
