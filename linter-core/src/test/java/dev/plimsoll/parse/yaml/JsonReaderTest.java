package dev.plimsoll.parse.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReaderTest {

  private static Parsed<YamlFile> read(String text) {
    return JsonReader.readFile(SourceText.of("a.json", text));
  }

  private static YamlNode root(String text) {
    return read(text).tree().documents().get(0).root().orElseThrow();
  }

  private static List<String> problems(String text) {
    return read(text).problems().stream()
        .map(problem -> problem.slice().place().span().start() + " " + problem.message())
        .toList();
  }

  /** The tree as the YAML reader builds it, each node with its own characters. */
  private static String shape(YamlNode node) {
    StringBuilder shape = new StringBuilder(node.slice().text()).append('|');
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        shape.append(shape(entry.key())).append(shape(entry.value()));
      }
    } else if (node instanceof Sequence list) {
      list.items().forEach(item -> shape.append(shape(item)));
    } else if (node instanceof Scalar scalar) {
      shape.append(scalar.text()).append(scalar.style());
    }
    return shape.toString();
  }

  @Test
  void readsWhatTheYamlReaderReads() {
    for (String text :
        List.of(
            "{\"a\": [1, -2.5e3, true, null, \"x\"], \"b\": {}}",
            " {\n  \"a\\u00e9\\n\": \"q\\\"\\\\\" ,\n \"c\" : [ ] }\n",
            "[{\"\uD83D\uDE00\": \"\uD83D\uDE00\"}, \"\"]",
            "\"alone\"")) {
      YamlNode yaml =
          YamlReader.readFile(SourceText.of("a.yaml", text))
              .tree()
              .documents()
              .get(0)
              .root()
              .orElseThrow();

      assertThat(shape(root(text))).isEqualTo(shape(yaml));
      assertThat(read(text).problems()).isEmpty();
    }
  }

  @Test
  void keepsWhatStandsBeforeAnError() {
    Parsed<YamlFile> parsed = read("{\"a\": {\"b\": 1}, \"c\": [2, }");
    Mapping root = (Mapping) parsed.tree().documents().get(0).root().orElseThrow();

    assertThat(root.find("a")).isPresent();
    assertThat(((Sequence) root.find("c").orElseThrow()).items()).hasSize(1);
    assertThat(parsed.tree().isCut(root)).isTrue();
    assertThat(parsed.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.SYNTAX);
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(problems("{\"a\": 1,}"))
        .containsExactly("8 JSON has no comma before a closing bracket");
    assertThat(problems("{\"a\": 1"))
        .containsExactly("7 the file ends before its last bracket is closed");
    assertThat(problems("{ // no\n}")).containsExactly("2 JSON has no comments");
    assertThat(problems("{'a': 1}")).containsExactly("1 JSON has its texts in double quotes");
    assertThat(problems("")).isEmpty();
    assertThat(problems("{} {}")).containsExactly("3 nothing may follow the first value");
    assertThat(problems("{\"a\": 1, \"a\": 2}")).hasSize(1);
  }

  @Test
  void readsNoDeeperThanYaml() {
    String text = "[".repeat(10_000);

    assertThat(read(text).problems()).extracting(Problem::kind).containsExactly(Problem.Kind.LIMIT);
  }
}
