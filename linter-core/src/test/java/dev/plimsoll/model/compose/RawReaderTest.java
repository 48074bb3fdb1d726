package dev.plimsoll.model.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawReaderTest {

  private static ComposeFolder.Loaded load(String text) {
    return ComposeFolder.of("services: {w: {image: i}}\n" + text).load("a.yaml");
  }

  @ParameterizedTest(name = "{0} is {1}, {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "12 | INTEGER | 12",
        "-1 | INTEGER | -1",
        "+5 | INTEGER | 5",
        "010 | INTEGER | 8",
        "0o17 | INTEGER | 15",
        "0x1F | INTEGER | 31",
        "0b11 | INTEGER | 3",
        "1_000 | INTEGER | 1000",
        "08 | FLOAT | 8",
        "18446744073709551615 | INTEGER | 18446744073709551615",
        "1.10 | FLOAT | 1.1",
        "3.0 | FLOAT | 3",
        ".5 | FLOAT | 0.5",
        "1e3 | FLOAT | 1000",
        "1e21 | FLOAT | 1e+21",
        "1. | FLOAT | 1",
        "5e | STRING | 5e",
        "12:30 | STRING | 12:30",
        "true | BOOLEAN | true",
        "True | BOOLEAN | true",
        "tRUE | STRING | tRUE",
        "yes | STRING | yes",
        "on | STRING | on",
        "~ | NULL | ``",
        "Null | NULL | ``",
        "'12' | STRING | 12",
        "!!str 12 | STRING | 12",
        "!!int \"12\" | INTEGER | 12",
        "!own 12 | STRING | 12",
        "!!float 5 | INTEGER | 5",
      })
  void readsScalarsAsGoDoes(String text, String type, String read) {
    ComposeNode.Scalar scalar = (ComposeNode.Scalar) load("x-a: " + text).find("x-a").orElseThrow();
    assertThat(scalar.type() + " " + scalar.text()).isEqualTo(type + " " + read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x-a: &a {k: 1}; x-b: *a | {k: 1}",
        "x-a: &a {k: 1, l: 2}; x-b: {<<: *a, l: 3, m: 4} | {l: 3, m: 4, k: 1}",
        "x-a: &a {k: 1}; x-c: &c {k: 2, l: 2}; x-b: {<<: [*a, *c]} | {k: 1, l: 2}",
        "x-a: &a {k: 1}; x-c: &c [*a, {l: 2}]; x-b: {<<: *c} | {k: 1, l: 2}",
        "x-a: &a {k: 1}; x-c: &c {<<: *a, l: 2}; x-b: {<<: *c} | {l: 2, k: 1}",
        "x-a: &a {k: {p: 1}}; x-b: {<<: *a, k: {q: 2}} | {k: {q: 2}}",
        "x-a: &a {k: 1}; x-c: &a {k: 2}; x-b: *a | {k: 2}",
        "x-a: &a 1; x-b: *a | 1",
        "x-k: &k name; x-b: {*k : 1} | {name: 1}",
        "x-b: {\"<<\": {k: 1}, l: 2} | {<<: {k: 1}, l: 2}",
      })
  void putsWhatAliasesStandForInTheirPlace(String text, String read) {
    assertThat(load(text.replace("; ", "\n")).at("x-b")).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x-a: *none | *none: no anchor of this name stands before it",
        "x-a: &a {b: *a} | *a: this alias stands within what it names",
        "x-a: &a [[*a]] | *a: this alias stands within what it names",
        "x-a: {<<: text} | text: only a mapping, or a list of mappings, can be merged",
        "x-a: {1: b} | 1: a key must be a text: quote it",
        "x-a: {[a]: b} | [a]: a key must be a text, not a list",
        "x-a: !!int b | b: this is not what the tag before it says: remove the tag",
        "x-a: .inf | .inf: Compose takes no number like this: quote it if it is a text",
      })
  void refusesAtTheExactPlace(String text, String refused) {
    assertThat(load(text).refused()).containsExactly(refused);
  }

  @Test
  void anAliasPointsAtWhatItNames() {
    ComposeFolder.Loaded loaded = load("x-a: &a {k: one}\nx-b: {<<: *a}\n");
    assertThat(loaded.slice("x-b/k")).isEqualTo("one");
    assertThat(loaded.find("x-b/k").orElseThrow().slice().place().span().start()).isEqualTo(38);
  }

  @Test
  void bombsEndInOneProblem() {
    StringBuilder text = new StringBuilder("x-0: &a0 [a, a, a, a, a, a, a, a, a, a]\n");
    for (int i = 1; i < 30; i++) {
      String before = "*a" + (i - 1);
      text.append("x-").append(i).append(": &a").append(i).append(" [");
      text.append((before + ", ").repeat(9)).append(before).append("]\n");
    }
    assertThat(load(text.toString()).refusals())
        .extracting(Refusal::message)
        .containsExactly(
            "more than 100000 values, those behind aliases counted: the rest is unread");
  }

  @Test
  void deepAliasesEndInAProblem() {
    StringBuilder text = new StringBuilder("x-0: &a0 [a]\n");
    for (int i = 1; i < 1_000; i++) {
      text.append(String.format("x-%d: &a%d [*a%d]%n", i, i, i - 1));
    }
    assertThat(load(text.toString()).refusals())
        .hasSizeLessThan(10)
        .anyMatch(refusal -> refusal.message().startsWith("nested deeper than 256 levels"));
  }
}
