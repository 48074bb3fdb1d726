package dev.plimsoll.parse.small;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.small.tree.Argument;
import dev.plimsoll.parse.small.tree.ArgumentLine;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentReaderTest {

  private static ArgumentLine read(String line, Span... variables) {
    SourceText text = SourceText.of("compose.yaml", line);
    return ArgumentReader.read(text.slice(new Span(0, line.length())), List.of(variables));
  }

  private static String words(ArgumentLine line) {
    StringBuilder words = new StringBuilder();
    for (Argument word : line.words()) {
      words.append('[').append(word.slice()).append(']');
      for (Slice expansion : word.expansions()) {
        words.append('<').append(expansion).append('>');
      }
    }
    return words.toString();
  }

  /** As go-shellwords 1.0.12 does. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a  b\tc | [a][b][c]",
        "sh -c \"a && b\" | [sh][-c][a && b]",
        "a 'b \"c\"' d\\ e | [a][b \"c\"][d e]",
        "a '' \"\" | [a][][]",
        "a'b c'd \"e\\\"f\" 'g\\h' | [ab cd][e\"f][g\\h]",
        "a $(b c) `d e` | [a][$(b c)][`d e`]",
        "a \"(b)\" | [a][(b)]",
        "a # b | [a][#][b]",
        "* ~ ? | [*][~][?]"
      })
  void wordsAreThoseOfGoShellwords(String line, String words) {
    ArgumentLine read = read(line);
    assertThat(words(read)).isEqualTo(words);
    assertThat(read.dropped()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a && b, [a], && b",
    "a; b, [a], ; b",
    "a >b, [a], >b",
    "a 2>b, [a], >b",
    "a 80x>b, [a], >b",
    "a b>c, [a][b], >c",
    "&& a, '', && a"
  })
  void whatStandsBehindAnOperatorIsDropped(String line, String words, String dropped) {
    ArgumentLine read = read(line);
    assertThat(words(read)).isEqualTo(words);
    assertThat(read.dropped().orElseThrow().text()).isEqualTo(dropped);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a 'b", "a \"b", "a `b", "a $(b", "a (b)", "a b)", "a \\", "(a)", "$((1))"})
  void whatIsNotClosedIsRefused(String line) {
    assertThat(read(line).isRefused()).isTrue();
    assertThat(read(line).words()).isEmpty();
  }

  @Test
  void variableIsNoQuoteBlankOrOperator() {
    String line = "a --b=${B:-c 'd|} e";
    ArgumentLine read = read(line, new Span(6, line.indexOf(" e")));
    assertThat(words(read)).isEqualTo("[a][--b=${B:-c 'd|}]<${B:-c 'd|}>[e]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a b | c | c",
        "a b | c d | none",
        "a \"b\" | c d | c d",
        "a \"b\" | c\"d | none",
        "a 'b' | c&d | c&d",
        "a b'c' | d;e | none"
      })
  void wordHoldsWhatItsQuotesAllow(String line, String to, String edit) {
    Slice last = read(line).words().get(1).slice();
    Slice first = last.part(0, 1);
    assertThat(first.replace(to).map(each -> each.text()).orElse("none")).isEqualTo(edit);
  }
}
