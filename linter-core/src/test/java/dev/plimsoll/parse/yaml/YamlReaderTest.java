package dev.plimsoll.parse.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.text.SourceText;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class YamlReaderTest {

  private static Parsed<List<YamlDocument>> read(String text) {
    return YamlReader.read(SourceText.of("a.yaml", text));
  }

  private static Mapping root(String text) {
    return (Mapping) read(text).tree().get(0).root().orElseThrow();
  }

  @Test
  void everyScalarCutsOutItsOwnText() {
    Mapping root = root("a: \"x \\u00e9\"\nb: 'it''s'\n\uD83D\uDE00c: plain # why\n");
    assertThat(root.entries())
        .extracting(entry -> entry.value().slice().text())
        .containsExactly("\"x \\u00e9\"", "'it''s'", "plain");
    assertThat(root.entries())
        .extracting(entry -> ((Scalar) entry.value()).text())
        .containsExactly("x \u00e9", "it's", "plain");
    assertThat(root.entries().get(2).key().slice().text()).isEqualTo("\uD83D\uDE00c");
  }

  @Test
  void aKeyWrittenTwiceIsAProblem() {
    assertThat(read("a: 1\nb: 2\na: 3\n").problems()).hasSize(1);
  }

  @Test
  void whatStandsBeforeAnErrorIsKept() {
    Parsed<List<YamlDocument>> parsed = read("a: 1\nb: [2\nc: 3\n");
    assertThat(parsed.problems()).isNotEmpty();
    YamlNode root = parsed.tree().get(0).root().orElseThrow();
    assertThat(((Mapping) root).find("a")).isPresent();
  }

  @Test
  void deepNestingEndsInAProblem() {
    assertThat(read("[".repeat(100_000)).problems()).isNotEmpty();
    assertThat(read("a:\n" + "- ".repeat(5_000)).problems()).isNotEmpty();
  }

  @Provide
  Arbitrary<String> yaml() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "a: ",
            "- ",
            "\n",
            "  ",
            "[",
            "]",
            "{",
            "}",
            "&x ",
            "*x",
            "!t ",
            "|\n",
            ">-\n",
            "'",
            "\"",
            "#c",
            "---\n",
            "...\n",
            "<<: ",
            "? ",
            "\t",
            "\uD83D\uDE00",
            "%YAML 9\n",
            "\\u12");
    return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(2))
        .list()
        .ofMaxSize(30)
        .map(list -> String.join("", list));
  }

  @Property
  void noInputMakesItThrow(@ForAll("yaml") String text) {
    Parsed<List<YamlDocument>> parsed = read(text);
    for (YamlDocument document : parsed.tree()) {
      document
          .root()
          .ifPresent(
              root -> assertThat(root.slice().span().end()).isLessThanOrEqualTo(text.length()));
    }
  }
}
