package dev.plimsoll.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlEditsRemoveTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "'a:\n  # c\n  k: 1 # d\n  # e\n  f: 2\n' % 'a:\n  # c\n  # e\n  f: 2\n'",
        "'a:\n  f: 2\n  k:\n    # d\n    - x\n' % 'a:\n  f: 2\n'",
        "'a:\r\n  f: 2\r\n  k: 1' % 'a:\r\n  f: 2'",
        "'a:\n  f: |\n    x\n  k: 1' % 'a:\n  f: |\n    x\n'",
        "'a: {k: 1, f: 2}\n' % 'a: {f: 2}\n'",
        "'a: {f: 2, k: 1}\n' % 'a: {f: 2}\n'",
        "'a: {k: 1,}\n' % 'a: {}\n'",
        "'a: {e: 1, # c\n k: 2, f: 3}\n' % 'a: {e: 1, # c\n f: 3}\n'",
        "'a: {\n  f: 2,\n  k: 1,\n  g: 3\n}\n' % 'a: {\n  f: 2,\n  g: 3\n}\n'",
        "'a:\n  ? # c\n    k\n  : 1\n  f: 2\n' % 'a key behind a question mark is left alone'",
        "'a: {k: 1, # c\n  f: 2}\n' % 'a comment would be lost, or it has no place of its own'",
        "'a:\n  k: 1\n' % 'it is all that the mapping has'",
        "'a:\n  k: &x 1\n  f: *x\n' % '*x elsewhere stands for it'",
        "'a:\n  k: *x\n  f: 1\n' % 'a:\n  f: 1\n'",
        "'a:\n  ? k\n  : 1\n  f: 2\n' % 'a key behind a question mark is left alone'",
      })
  void removesAnEntry(String before, String after) {
    YamlSample sample = YamlSample.of(before);
    Mapping mapping = sample.mapping("a");
    assertThat(sample.after(sample.edits().removeEntry(mapping, YamlSample.entry(mapping, "k"))))
        .isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "'a:\n- k # c\n# d\n- f\n' % '0' % 'a:\n# d\n- f\n'",
        "'a:\n  - k: 1\n    l: 2\n  - f\n' % '0' % 'a:\n  - f\n'",
        "'a:\n  -\n    k: 1\n  - f\n' % '0' % 'a:\n  - f\n'",
        "'a: [k, f]\n' % '0' % 'a: [f]\n'",
        "'a: [f, k]\n' % '1' % 'a: [f]\n'",
        "'a: [k]\n' % '0' % 'a: []\n'",
        "'a:\n  - k\n' % '0' % 'it is all that the list has, or a comment hides its dash'",
      })
  void removesAnItem(String before, int index, String after) {
    YamlSample sample = YamlSample.of(before);
    Sequence list = sample.list("a");
    assertThat(sample.after(sample.edits().removeItem(list, list.items().get(index))))
        .isEqualTo(after);
  }

  @Test
  void removesTheFirstOfNestedLines() {
    YamlSample sample = YamlSample.of("a:\n  - k: 1 # c\n    f: 2\n  - - x\n    - y\n");
    Sequence list = sample.list("a");
    Mapping first = (Mapping) list.items().get(0);
    assertThat(sample.after(sample.edits().removeEntry(first, first.entries().get(0))))
        .isEqualTo("a:\n  - f: 2\n  - - x\n    - y\n");
    Sequence second = (Sequence) list.items().get(1);
    assertThat(sample.after(sample.edits().removeItem(second, second.items().get(0))))
        .isEqualTo("a:\n  - k: 1 # c\n    f: 2\n  - - y\n");
  }

  @Test
  void movesAnEntryToAnotherFile() {
    YamlSample from =
        YamlSample.of(
            "s:\n  web: # w\n    image: x\n    # in\n    run: |\n      a\n       b\n  db: 1\n");
    YamlSample to = YamlSample.of("services:\r\n    api: {}\r\n# end\r\n");
    Mapping source = from.mapping("s");
    List<Edit> moved =
        from.edits().moveEntry(source, source.entries().get(0), to.edits(), to.mapping("services"));
    assertThat(from.after(moved.get(0))).isEqualTo("s:\n  db: 1\n");
    assertThat(to.after(moved.get(1)))
        .isEqualTo(
            "services:\r\n    api: {}\r\n    web: # w\r\n      image: x\r\n      # in\r\n"
                + "      run: |\r\n        a\r\n         b\r\n# end\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "'s:\n  web: *x\n  db: 1\n' % 'it has an alias of what does not move along'",
        "'s:\n  web: &x 1\n  db: *x\n' % '*x elsewhere stands for it'",
        "'s:\n  web: &y 1\n  db: 2\n' % 'the other file has an anchor of the same name'",
        "'s:\n  api: 1\n  db: 2\n' % 'the key is there already'",
        "'s: {web: 1, db: 2}\n' % 'it has no lines that can move there'",
        "'s:\n  web: 1\n' % 'it is all that the mapping has'",
      })
  void refusesToMove(String before, String why) {
    YamlSample from = YamlSample.of(before);
    YamlSample to = YamlSample.of("services:\n  api: &y 1\n");
    Mapping source = from.mapping("s");
    Stream<Edit> moved =
        from
            .edits()
            .moveEntry(source, source.entries().get(0), to.edits(), to.mapping("services"))
            .stream();
    assertThat(moved).contains(new Edit.Impossible(why));
  }
}
