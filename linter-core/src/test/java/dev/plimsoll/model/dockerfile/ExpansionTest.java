package dev.plimsoll.model.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against {@code frontend/dockerfile/shell/lex_test.go} of BuildKit in kind. */
class ExpansionTest {

  private static final Map<String, String> SET =
      Map.of("X", "one", "EMPTY", "", "PATHS", "/a/b.tar.gz", "STARS", "a*b", "REPEAT", "b.a.b.a");

  private static Value value(String word, char escape, Variables variables) {
    SourceText text = SourceText.of("Dockerfile", word);
    return Choices.expand(new Slice(text, new Span(0, word.length())), escape, variables);
  }

  private static Value value(String word) {
    return value(word, '\\', fixed());
  }

  private static Variables fixed() {
    Slice origin = new Slice(SourceText.of("Dockerfile", ""), Span.at(0));
    return Variables.startingWith(
        name ->
            List.of(
                SET.containsKey(name)
                    ? new Binding.Text(SET.get(name), origin)
                    : new Binding.Unset()));
  }

  private static String known(Value value) {
    assertThat(value).isInstanceOf(Value.Known.class);
    return ((Value.Known) value).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "$X|one",
        "${X}y|oney",
        "$Xy|",
        "a$|a$",
        "$1x|x",
        "'$X'|$X",
        "\"$X\"|one",
        "\\$X|$X",
        "\"\\$X\"|$X",
        "a\\ b|a b",
        "\"a\\b\"|a\\b",
        "'a'\"b\"c|abc",
        "${X:-y}|one",
        "${Y:-y}|y",
        "${Y-y}|y",
        "${EMPTY:-y}|y",
        "${EMPTY-y}|",
        "${Y:-${X}}|one",
        "${X:+y}|y",
        "${Y:+y}|",
        "${EMPTY:+y}|",
        "${EMPTY+y}|y",
        "${X:?no}|one",
        "${EMPTY?no}|",
        "${PATHS#*/}|a/b.tar.gz",
        "${PATHS##*/}|b.tar.gz",
        "${PATHS%.*}|/a/b.tar",
        "${PATHS%%.*}|/a/b",
        "${PATHS#x}|/a/b.tar.gz",
        "${STARS#a\\*}|b",
        "${PATHS#/?/}|b.tar.gz",
        "${REPEAT/b/c}|c.a.b.a",
        "${REPEAT//b/c}|c.a.c.a",
        "${REPEAT//./}|baba",
        "${PATHS//\\//-}|-a-b.tar.gz",
        "${X/*/z}|z",
        "${X//*/z}|z"
      })
  void aWordSaysWhatTheBuilderMakesOfIt(String word, String expected) {
    assertThat(known(value(word))).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${",
        "${X",
        "${}",
        "${:-x}",
        "${{X}}",
        "${X!y}",
        "${X:#y}",
        "${X:=y}",
        "${Y?}",
        "${Y:?no}",
        "${EMPTY:?no}",
        "'x",
        "\"x",
        "${X/a",
        "${X/a/b",
        "${X#\\a}"
      })
  void whatTheBuilderRefusesIsUnknown(String word) {
    assertThat(value(word)).isInstanceOf(Value.Unknown.class);
  }

  @Test
  void theEscapeCharacterIsTheFilesOwn() {
    assertThat(known(value("C:\\a`$X$X", '`', fixed()))).isEqualTo("C:\\a$Xone");
  }

  @Test
  void aVariableHoldsTheSameWhereverItStandsInAWord() {
    Slice origin = new Slice(SourceText.of("Dockerfile", ""), Span.at(0));
    Variables two =
        Variables.startingWith(
            name -> List.of(new Binding.Text("a", origin), new Binding.Text("b", origin)));
    assertThat(value("$V-$V", '\\', two).alternatives())
        .extracting(ExpansionTest::known)
        .containsExactly("a-a", "b-b");
    assertThat(value("$V$W", '\\', two).alternatives())
        .extracting(ExpansionTest::known)
        .containsExactly("aa", "ab", "ba", "bb");
  }

  @Test
  void tooManyCombinationsLeaveTheRestUnknown() {
    Slice origin = new Slice(SourceText.of("Dockerfile", ""), Span.at(0));
    Variables two =
        Variables.startingWith(
            name -> List.of(new Binding.Text(name, origin), new Binding.Text("", origin)));
    assertThat(value("$A$B$C$D$E", '\\', two).alternatives())
        .hasSize(17)
        .last()
        .isInstanceOf(Value.Unknown.class);
  }

  @Test
  void whatDoublesWithoutEndIsNotFollowed() {
    Slice origin = new Slice(SourceText.of("Dockerfile", ""), Span.at(0));
    String half = "x".repeat(40_000);
    Variables long1 = Variables.startingWith(name -> List.of(new Binding.Text(half, origin)));
    assertThat(value("$A$A$A", '\\', long1)).isInstanceOf(Value.Unknown.class);
    assertThat(value("${A//*x*x*x*/y}", '\\', long1)).isNotNull();
    assertThat(value("${A:-".repeat(20_000))).isInstanceOf(Value.Unknown.class);
  }
}
