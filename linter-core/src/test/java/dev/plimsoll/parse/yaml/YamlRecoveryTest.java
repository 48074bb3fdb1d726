package dev.plimsoll.parse.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.text.Position;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlRecoveryTest {

  private static Parsed<YamlFile> read(String text) {
    return YamlReader.readFile(SourceText.of("a.yaml", text));
  }

  private static Mapping root(Parsed<YamlFile> file) {
    return (Mapping) file.tree().documents().get(0).root().orElseThrow();
  }

  /** Keys and scalar values of the root of each document: {@code a=1,b}. */
  private static String roots(Parsed<YamlFile> file) {
    List<String> roots = new ArrayList<>();
    for (var document : file.tree().documents()) {
      roots.add(document.root().isPresent() ? outline(document.root().get()) : "");
    }
    return String.join(" / ", roots);
  }

  private static String outline(YamlNode node) {
    if (node instanceof Mapping mapping) {
      List<String> entries = new ArrayList<>();
      for (YamlNode.Entry entry : mapping.entries()) {
        entries.add(outline(entry.key()) + "=" + outline(entry.value()));
      }
      return "{" + String.join(",", entries) + "}";
    }
    if (node instanceof YamlNode.Sequence list) {
      List<String> items = new ArrayList<>();
      list.items().forEach(item -> items.add(outline(item)));
      return items.toString();
    }
    return node instanceof Scalar scalar ? scalar.text() : node.slice().text();
  }

  private static Position position(Slice slice) {
    return slice.source().host().lines().position(slice.span().start());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        // tabs as indentation
        "'a: 1\nb:\n\tc: 2\nd: 3\n' % '{a=1,d=3}' % 1",
        // a quote, a bracket that is not closed
        "'a: 1\nb: \"x\nc: 2\nd: \"y\"\n' % '{a=1,c=2,d=y}' % 1",
        "'a: 1\nb: ''x\nc: 2\n' % '{a=1,c=2}' % 1",
        "'a: 1\nb: [2\nc: 3\nd: 4\n' % '{a=1,b=[],c=3,d=4}' % 1",
        "'a: 1\nb: {x: 2, y\nc: 3\n' % '{a=1,b={x=2},c=3}' % 1",
        // a line without its colon
        "'a: 1\nb 2\nc: 3\n' % '{a=1,c=3}' % 1",
        // a line between two indentations
        "'a:\n    b: 1\n  c: 2\nd: 3\n' % '{a={b=1},d=3}' % 1",
        "'a:\n  - x\n - y\nb: 1\n' % '{a=[x],b=1}' % 1",
        // characters that begin no text
        "'a: @x\nb: `y`\nc: %z\nd: 1\n' % '{d=1}' % 3",
        // three errors, each in an entry of its own
        "'a: b: c\nd: 1\ne: [\nf: 2\ng: ''x'' y\nh: 3\n' % '{d=1,e=[],f=2,h=3}' % 3",
        // before the first key
        "'version 3\na: 1\nb: 2\n' % '{a=1,b=2}' % 1",
        "'\ta: 1\nb: 2\n' % '{b=2}' % 1",
        // the next document
        "'a: [\n---\nb: 1\n' % '{a=[]} / {b=1}' % 1",
        "'[a\n---\nb: 1\n' % '[a] / {b=1}' % 1",
        // an indented root, a quoted key
        "'  a: [\n  \"b\" : 1\n' % '{a=[],b=1}' % 1",
        // deeper keys are no keys of the root
        "'a:\n  b: [\n  c: 1\nd: 1\n' % '{a={b=[]},d=1}' % 1",
        // nothing resumes within brackets, all does behind them
        "'{\"a\": 1, \"b\": }}\n' % '{a=1,b=}' % 1",
        "'[a]\nb: 1\n' % '[a] / {b=1}' % 1",
      })
  void readsOnBehindAnError(String text, String roots, int problems) {
    Parsed<YamlFile> file = read(text);
    assertThat(roots(file)).isEqualTo(roots);
    assertThat(file.problems()).hasSize(problems);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "'a:\n\tb: 1\n' % 2 % 1 % 'a tab cannot indent YAML: use spaces'",
        "'a: \"x\nb: 1\n' % 1 % 4 % 'this quote is never closed'",
        "'a: [1,\n' % 1 % 4 % 'this bracket is never closed'",
        "'a: \"x\n"
            + "b: \"y\"\n"
            + "' % 1 % 4 % 'the text that this quote begins ends only in line 2, and more follows"
            + " there'",
        "'a: ''x'' y\n' % 1 % 8 % 'nothing can follow the quoted text before this'",
        "'a: 1\n"
            + "b 2\n"
            + "c: 3\n"
            + "' % 2 % 1 % 'no key and no part of the text above: a colon, with a blank behind it,"
            + " is missing'",
        "'a: {b: 1 c: 2}\n' % 1 % 11 % 'a comma or a closing bracket is missing before this'",
        "'a: !x!y z\n' % 1 % 4 % 'this tag''s handle is not declared'",
        "'\uD83D\uDE00: 1\n"
            + "\uD83D\uDE00: 2\n"
            + "' % 2 % 1 % 'the key \"\uD83D\uDE00\" is already in line 1'",
        "'\uD83D\uDE00: @\n"
            + "' % 1 % 5 % 'an unquoted text cannot begin with this character: quote it'",
        "'a: \u0007\n' % 1 % 4 % 'YAML does not allow the character U+0007'",
      })
  void saysWhatIsWrongAndWhere(String text, int line, int column, String message) {
    List<Problem> problems = read(text).problems();
    assertThat(problems).extracting(Problem::message).containsExactly(message);
    Position position = position(problems.get(0).slice());
    assertThat(position.line()).isEqualTo(line);
    assertThat(position.column()).isEqualTo(column);
  }

  @Test
  void tellsWhatIsCutAndUnread() {
    String text = "a: {x: 1}\nb:\n  c: 2\n  d: 3\n  e: @\nf: {y: 4}\n";
    Parsed<YamlFile> file = read(text);
    assertThat(file.tree().unread()).extracting(Slice::text).containsExactly("\n  e: @\n");
    Mapping root = root(file);
    assertThat(file.tree().isCut(root)).isTrue();
    assertThat(file.tree().isCut(root.find("a").orElseThrow())).isFalse();
    assertThat(file.tree().isCut(root.find("b").orElseThrow())).isTrue();
    assertThat(file.tree().isCut(root.find("f").orElseThrow())).isFalse();
  }

  @Test
  void whatAWrongIndentationClosesIsCut() {
    Parsed<YamlFile> file = read("a:\n  b: 1\nc:\n  - d:\n      e: 2\n   f: 3\ng: {h: 4}\n i: 5\n");
    Mapping root = root(file);
    Sequence list = (Sequence) root.find("c").orElseThrow();
    Mapping item = (Mapping) list.items().get(0);
    assertThat(file.problems()).hasSize(2);
    assertThat(file.tree().isCut(list)).isTrue();
    assertThat(file.tree().isCut(item)).isTrue();
    assertThat(file.tree().isCut(item.find("d").orElseThrow())).isTrue();
    assertThat(file.tree().isCut(root.find("a").orElseThrow())).isFalse();
    assertThat(file.tree().isCut(root.find("g").orElseThrow())).isFalse();
  }

  @Test
  void forbiddenCharactersHideNothing() {
    Parsed<YamlFile> file = read("a: x\u0000y\nb: \uD800\nc: 1\n");
    assertThat(file.problems()).hasSize(2);
    assertThat(root(file).entries()).hasSize(3);
    assertThat(root(file).entries().get(0).value().slice().text()).isEqualTo("x\u0000y");
  }

  @Test
  void malformedBytesAreReadWithReplacementCharacters() {
    byte[] bytes = "a: \u00e9\nb: 1\n".getBytes(StandardCharsets.ISO_8859_1);
    SourceText text = SourceText.decode("a.yaml", bytes);
    assertThat(text.malformed()).isTrue(); // such a text is linted and never edited
    assertThat(roots(YamlReader.readFile(text))).isEqualTo("{a=\uFFFD,b=1}");
  }

  @Test
  void tabsThatIndentNothingAreBlanks() {
    assertThat(roots(read("a:\t1\nb: 'x'\t# y\nc: &d\te\n\t\nf:\t\n  g: 1\n\t# h\n  i: 2\n")))
        .isEqualTo("{a=1,b=x,c=e,f={g=1,i=2}}");
    assertThat(roots(read("-\ta\n- b\n"))).isEqualTo("[a, b]");
    assertThat(roots(read("a: |\t\n  x\n\n  \t\n  \t# y\n"))).isEqualTo("{a=x\n\n\t\n\t# y\n}");
    assertThat(read("-\t- a\n").problems()).hasSize(1);
    assertThat(read("-\ta: b\n").problems()).hasSize(1);
  }

  @Test
  void documentsNeedNoMarkBehindTheEndOfAnother() {
    Parsed<YamlFile> file = read("a: 1\n...\nb: 2\n...\n# none\n...\n%YAML 1.2\n---\nc: 3\n... \n");
    assertThat(file.problems()).isEmpty();
    assertThat(roots(file)).isEqualTo("{a=1} / {b=2} / {c=3}");
    assertThat(read("...\n").tree().documents()).isEmpty();
    assertThat(read("a: 1\n... b\n").problems()).hasSize(1);
  }

  @Test
  void theFirstLinesOfABlockTextTellItsIndentation() {
    assertThat(roots(read("a: |\n \t\nb: >\n \t\n c\n"))).isEqualTo("{a=\t\n,b=\t\nc\n}");
  }

  @Test
  void errorsWithoutEndEndInOneProblem() {
    List<Problem> problems = read("a: @\n".repeat(1000)).problems();
    assertThat(problems).hasSize(YamlReader.MAX_ERRORS + 1);
    assertThat(problems.get(YamlReader.MAX_ERRORS).kind()).isEqualTo(Problem.Kind.LIMIT);
  }

  @ParameterizedTest
  @CsvSource({
    "'a: [\n', 100000",
    "'a: \"\n', 100000",
    "'a: {x: ''\n', 100000",
    "'a: @\n', 100000",
    "'[', 500000",
    "'- ', 500000",
    "'{', 500000",
    "'? ', 10000",
    "'\t', 500000",
    "'a: |\n', 10000",
    "'&a ', 10000",
    "'#\n', 100000",
    "'a\n', 100000",
    "'---\n', 30000",
    "'\"', 500000",
    "'\\', 500000",
    "'\u0001', 500000"
  })
  void hostileInputIsReadInSeconds(String piece, int times) {
    String text = piece.repeat(times);
    Assertions.assertTimeout(Duration.ofSeconds(20), () -> read(text));
  }

  @Test
  void largeFilesAreRead() {
    StringBuilder keys = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      keys.append("\uD83D\uDE00key").append(i).append(": value\n");
    }
    Parsed<YamlFile> file = read(keys.toString());
    assertThat(file.problems()).isEmpty();
    Mapping root = root(file);
    assertThat(root.entries()).hasSize(100_000);
    Slice last = root.entries().get(99_999).value().slice();
    assertThat(position(last).line()).isEqualTo(100_000);
    assertThat(position(last).column()).isEqualTo(13);
    String ten = "a: \"" + "x".repeat(10_000_000) + "\"\nb: " + "y z ".repeat(1_000_000) + "\n";
    Assertions.assertTimeout(
        Duration.ofSeconds(20), () -> assertThat(read(ten).problems()).isEmpty());
  }

  @Test
  void depthEndsInAProblemAndReadingGoesOn() {
    StringBuilder deep = new StringBuilder("first: 1\ndeep:\n");
    for (int i = 1; i < 10_000; i++) {
      deep.append(" ".repeat(Math.min(i, 300)))
          .append("- ".repeat(i < 300 ? 0 : 1))
          .append(i < 300 ? "a:\n" : "");
    }
    deep.append("\nlast: 2\n");
    Parsed<YamlFile> file = read(deep.toString());
    assertThat(file.problems()).extracting(Problem::kind).contains(Problem.Kind.LIMIT);
    assertThat(root(file).find("first")).isPresent();
    assertThat(root(file).find("last")).isPresent();
    Parsed<YamlFile> brackets = read("a: " + "[".repeat(10_000) + "]".repeat(10_000) + "\nb: 1\n");
    assertThat(brackets.problems()).hasSize(1);
    assertThat(root(brackets).find("b")).isPresent();
  }

  /** A file with one line broken anywhere still gives all entries of the root before it. */
  @Property
  void entriesBeforeAnErrorStay(@ForAll @IntRange(min = 0, max = 29) int line) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      text.append("k" + i + ": ").append(i == line ? "@" : "{x: [1, 2], y: 'z'}").append("\n");
    }
    Parsed<YamlFile> file = read(text.toString());
    assertThat(file.problems()).hasSize(1);
    assertThat(root(file).entries()).hasSize(29);
    assertThatCode(() -> file.tree().comments()).doesNotThrowAnyException();
  }
}
