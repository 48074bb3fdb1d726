package dev.plimsoll.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.yaml.YamlReader;
import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlEditsTest {

  /** A file with its edits. */
  private record Sample(SourceText text, YamlFile file, YamlEdits edits) {

    static Sample of(String characters) {
      SourceText text = SourceText.of("a.yaml", characters);
      YamlFile file = YamlReader.readFile(text).tree();
      return new Sample(text, file, YamlEdits.of(file, text));
    }

    Mapping root() {
      return (Mapping) file.documents().get(0).root().orElseThrow();
    }

    Mapping mapping(String key) {
      return (Mapping) root().find(key).orElseThrow();
    }

    Sequence list(String key) {
      return (Sequence) root().find(key).orElseThrow();
    }

    String after(Edit edit) {
      return edit instanceof Edit.Replace replace
          ? Splice.of(List.of(replace), text.content().length()).orElseThrow().apply(text.content())
          : ((Edit.Impossible) edit).why();
    }
  }

  private static Entry entry(Mapping mapping, String key) {
    for (Entry entry : mapping.entries()) {
      if (entry.key() instanceof Scalar scalar && scalar.text().equals(key)) {
        return entry;
      }
    }
    throw new IllegalArgumentException(key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "'a:\n  b: 1 # c\n' % 'a:\n  k: v\n  b: 1 # c\n'",
        "'a: # c\r\n    b: 1' % 'a: # c\r\n    k: v\r\n    b: 1'",
        "'a: {}\n' % 'a: {k: v}\n'",
        "'a: {b: 1}\n' % 'a: {k: v, b: 1}\n'",
        "'a: {\n  b: 1,\n}\n' % 'a: {\n  k: v,\n  b: 1,\n}\n'",
        "'{\"a\": {\"b\": 1}}' % '{\"a\": {\"k\": \"v\", \"b\": 1}}'",
        "'a:\n  ? b\n  : 1\n' % 'a key behind a question mark is left alone'",
        "'a:\n  k: 1\n' % 'the key is there already'",
        "'a: &x\n  b: 1\nc: *x\n' % 'the change would show at each *x'",
      })
  void addsAFirstKey(String before, String after) {
    Sample sample = Sample.of(before);
    Edit edit = sample.edits().addFirstKey(sample.mapping("a"), "k", NewYaml.text("v"));
    assertThat(sample.after(edit)).isEqualTo(after);
  }

  @Test
  void addsAFirstKeyBehindADash() {
    Sample sample = Sample.of("a:\n  - b: 1\n");
    Mapping item = (Mapping) sample.list("a").items().get(0);
    NewYaml value = NewYaml.mapping(NewYaml.pair("l", NewYaml.text("v")));
    assertThat(sample.after(sample.edits().addFirstKey(item, "k", value)))
        .isEqualTo("a:\n  - k:\n      l: v\n    b: 1\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "'a:\n  b: 1 # c\n  # d\ne: 2\n' % 'a:\n  b: 1 # c\n  k: v\n  # d\ne: 2\n'",
        "'a:\r\n    b: 1' % 'a:\r\n    b: 1\r\n    k: v'",
        "'a: {}\n' % 'a: {k: v}\n'",
        "'a: {b: 1}\n' % 'a: {b: 1, k: v}\n'",
        "'a: {\n  b: 1,\n}\n' % 'a: {\n  b: 1,\n  k: v,\n}\n'",
        "'a: {\n  b: 1 # c\n}\n' % 'a: {\n  b: 1, k: v # c\n}\n'",
        "'a:\n  b: |+\n    x\n\ne: 2\n' % 'a:\n  b: |+\n    x\n\n  k: v\ne: 2\n'",
        "'a:\n  b: |\n    x' % 'its last text or its first key leaves no place'",
        "'a:\n  k: 1\n' % 'the key is there already'",
        "'a: &x\n  b: 1\nc: *x\n' % 'the change would show at each *x'",
        "'a:\n  b: 1\n  c: @\n' % 'a part of it could not be read'",
        "'{\"a\": {\"b\": 1}}' % '{\"a\": {\"b\": 1, \"k\": \"v\"}}'",
      })
  void addsAKey(String before, String after) {
    Sample sample = Sample.of(before);
    assertThat(sample.after(sample.edits().addKey(sample.mapping("a"), "k", NewYaml.text("v"))))
        .isEqualTo(after);
  }

  @Test
  void addsNestedValuesAsLines() {
    Sample sample = Sample.of("a:\n    b:\n        c: 1\n    d: 2\n");
    NewYaml value =
        NewYaml.mapping(
            NewYaml.pair("test", NewYaml.list(NewYaml.text("CMD"), NewYaml.text("a: b"))),
            NewYaml.pair("retries", NewYaml.plain("3")));
    Mapping mapping = sample.mapping("a");
    assertThat(
            sample.after(
                sample.edits().addKeyAfter(mapping, mapping.entries().get(0), "health", value)))
        .isEqualTo(
            """
            a:
                b:
                    c: 1
                health:
                    test:
                        - CMD
                        - "a: b"
                    retries: 3
                d: 2
            """);
    Sample flow = Sample.of("a: {b: 1}\n");
    assertThat(flow.after(flow.edits().addKey(flow.mapping("a"), "k", value)))
        .isEqualTo("a: {b: 1, k: {test: [CMD, \"a: b\"], retries: 3}}\n");
  }

  @Test
  void aChangeOfEveryUseMustBeAskedFor() {
    Sample sample = Sample.of("a: &x {b: 1}\nc: *x\n");
    Edit edit =
        sample.edits().changingEveryUse().addKey(sample.mapping("a"), "k", NewYaml.plain("2"));
    assertThat(sample.after(edit)).isEqualTo("a: &x {b: 1, k: 2}\nc: *x\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "'{\n"
            + " \"a\": {\n"
            + "  \"b\": 1\n"
            + " }\n"
            + "}\n"
            + "' % '{\n"
            + " \"a\": {\n"
            + "  \"b\": 1,\n"
            + "  \"k\": {\n"
            + "   \"c\": [\n"
            + "    \"d\",\n"
            + "    2\n"
            + "   ],\n"
            + "   \"e\": {}\n"
            + "  }\n"
            + " }\n"
            + "}\n"
            + "'",
        "'{\"a\": {\"b\": 1}}' % '{\"a\": {\"b\": 1, \"k\": {\"c\": [\"d\", 2], \"e\": {}}}}'",
        "'{\n"
            + "\"a\": {\n"
            + "\"b\": 1 }\n"
            + "}' % '{\n"
            + "\"a\": {\n"
            + "\"b\": 1, \"k\": {\"c\": [\"d\", 2], \"e\": {}} }\n"
            + "}'",
        "'{\r\n"
            + "\t\"a\": {\r\n"
            + "\t\t\"b\": 1\r\n"
            + "\t}\r\n"
            + "}' % '{\r\n"
            + "\t\"a\": {\r\n"
            + "\t\t\"b\": 1,\r\n"
            + "\t\t\"k\": {\r\n"
            + "\t\t\t\"c\": [\r\n"
            + "\t\t\t\t\"d\",\r\n"
            + "\t\t\t\t2\r\n"
            + "\t\t\t],\r\n"
            + "\t\t\t\"e\": {}\r\n"
            + "\t\t}\r\n"
            + "\t}\r\n"
            + "}'",
      })
  void laysOutJsonAsItIs(String before, String after) {
    Sample sample = Sample.of(before);
    NewYaml value =
        NewYaml.mapping(
            NewYaml.pair("c", NewYaml.list(NewYaml.text("d"), NewYaml.plain("2"))),
            NewYaml.pair("e", NewYaml.mapping()));
    assertThat(sample.after(sample.edits().addKey(sample.mapping("a"), "k", value)))
        .isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "'a:\n  b: 1\n  c: 2\n' % 'a:\n  b: 1\n  k: 3\n  l: 4\n  c: 2\n'",
        "'{\"a\": {\"b\": 1, \"c\": 2}}' % '{\"a\": {\"b\": 1, \"k\": 3, \"l\": 4, \"c\": 2}}'",
      })
  void addsTwoKeysAtOnePlace(String before, String after) {
    Sample sample = Sample.of(before);
    Mapping mapping = sample.mapping("a");
    List<Edit.Replace> both = new ArrayList<>();
    for (String key : List.of("l", "k")) {
      NewYaml value = NewYaml.plain(key.equals("k") ? "3" : "4");
      Edit edit = sample.edits().addKeyAfter(mapping, mapping.entries().get(0), key, value);
      both.add((Edit.Replace) edit);
    }
    Splice splice = Splice.of(both, before.length()).orElseThrow();
    assertThat(splice.apply(before)).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "x % y z % 'y z'",
        "x % yes % '\"yes\"'",
        "x % Off % '\"Off\"'",
        "x % null % '\"null\"'",
        "x % 1 % '\"1\"'",
        "x % 0o17 % '\"0o17\"'",
        "x % 1_000.5 % '\"1_000.5\"'",
        "x % 1e3 % '\"1e3\"'",
        "x % .inf % '\".inf\"'",
        "x % 2222:22 % '\"2222:22\"'",
        "x % 80:8080 % '80:8080'",
        "x % 2026-01-01 % '\"2026-01-01\"'",
        "x % 1.2.3 % '1.2.3'",
        "x % 10s % '10s'",
        "x % 'a: b' % '\"a: b\"'",
        "x % 'a #b' % '\"a #b\"'",
        "x % a#b:c % 'a#b:c'",
        "x % a: % '\"a:\"'",
        "x % '- a' % '\"- a\"'",
        "x % -a % '-a'",
        "x % *a % '\"*a\"'",
        "x % @a % '\"@a\"'",
        "x % '[a]' % '\"[a]\"'",
        "x % 'a, b' % 'a, b'",
        "x % '' % '\"\"'",
        "x % 'C:\\a' % 'C:\\a'",
        "x % '!\\a' % '''!\\a'''",
        "x % 'a\tb\n' % '\"a\\tb\\n\"'",
        "'''x''' % 'it''s' % '''it''''s'''",
        "'''x''' % 'a\nb' % '\"a\\nb\"'",
        "'\"x\"' % 'a\"\\' % '\"a\\\"\\\\\"'",
        "'\"x\"' % 1 % '\"1\"'",
        "'&n x' % z % '&n z'",
        "'' % z % 'z'",
        "'|\n  x\n  y' % 'a\nb\n' % '|\n  a\n  b'",
        "'>- # c\n    x\n    y' % 'a b' % '>- # c\n    a b'",
      })
  void aTextStaysAText(String old, String text, String written) {
    Sample sample = Sample.of("a: " + old + "\nb: 1 # c\n");
    Edit edit = sample.edits().replaceValue(sample.root().entries().get(0), NewYaml.text(text));
    String after = sample.after(edit);
    assertThat(after.strip())
        .isEqualTo(("a: " + written).strip() + (old.isEmpty() ? " \n" : "\n") + "b: 1 # c");
    Mapping again = Sample.of(after).root();
    assertThat(((Scalar) again.find("a").orElseThrow()).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "'a: !x 1\n' % 'a tag decides what the value means'",
        "'a: |+\n  x\n' % 'the block text is of a kind that another cannot be put into'",
        "'a: |\n  x\n' % 'the new text cannot stand in the lines of the old one'",
        "'a: [1]\n' % 'only a scalar takes the place of another'",
        "'a: &x 1\nb: *x\n' % 'the change would show at each *x'",
      })
  void refusesOtherValues(String before, String why) {
    Sample sample = Sample.of(before);
    Edit edit = sample.edits().replaceValue(sample.root().entries().get(0), NewYaml.text("y"));
    assertThat(edit).isEqualTo(new Edit.Impossible(why));
  }

  @Test
  void writesNumbersPlainAndWithinBracketsWithCare() {
    Sample sample = Sample.of("a: 'x'\nb: [c]\n");
    Entry entry = sample.root().entries().get(0);
    assertThat(sample.after(sample.edits().replaceValue(entry, NewYaml.plain("7"))))
        .isEqualTo("a: 7\nb: [c]\n");
    YamlNode item = sample.list("b").items().get(0);
    assertThat(sample.after(sample.edits().replace(item, NewYaml.text("a, b"))))
        .isEqualTo("a: 'x'\nb: [\"a, b\"]\n");
  }

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
    Sample sample = Sample.of(before);
    Mapping mapping = sample.mapping("a");
    assertThat(sample.after(sample.edits().removeEntry(mapping, entry(mapping, "k"))))
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
    Sample sample = Sample.of(before);
    Sequence list = sample.list("a");
    assertThat(sample.after(sample.edits().removeItem(list, list.items().get(index))))
        .isEqualTo(after);
  }

  @Test
  void removesTheFirstOfNestedLines() {
    Sample sample = Sample.of("a:\n  - k: 1 # c\n    f: 2\n  - - x\n    - y\n");
    Sequence list = sample.list("a");
    Mapping first = (Mapping) list.items().get(0);
    assertThat(sample.after(sample.edits().removeEntry(first, first.entries().get(0))))
        .isEqualTo("a:\n  - f: 2\n  - - x\n    - y\n");
    Sequence second = (Sequence) list.items().get(1);
    assertThat(sample.after(sample.edits().removeItem(second, second.items().get(0))))
        .isEqualTo("a:\n  - k: 1 # c\n    f: 2\n  - - y\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "'a:\n- x # c\n' % 'a:\n- x # c\n- k: v\n  l: 1\n'",
        "'a:\n    -   x' % 'a:\n    -   x\n    - k: v\n      l: 1'",
        "'a: [x]\n' % 'a: [x, {k: v, l: 1}]\n'",
        "'a: []\n' % 'a: [{k: v, l: 1}]\n'",
        "'a: [ x: 1 ]\n' % 'a: [ x: 1, {k: v, l: 1} ]\n'",
        "'a: [\n  x,\n]\n' % 'a: [\n  x,\n  {k: v, l: 1},\n]\n'",
      })
  void addsAnItem(String before, String after) {
    Sample sample = Sample.of(before);
    NewYaml item =
        NewYaml.mapping(
            NewYaml.pair("k", NewYaml.text("v")), NewYaml.pair("l", NewYaml.plain("1")));
    assertThat(sample.after(sample.edits().addItem(sample.list("a"), item))).isEqualTo(after);
  }

  @Test
  void renamesAKeyInItsQuotes() {
    Sample sample = Sample.of("'a': 1\n&x b : *x # c\n");
    Mapping root = sample.root();
    assertThat(sample.after(sample.edits().renameKey(root, root.entries().get(0), "on")))
        .isEqualTo("'on': 1\n&x b : *x # c\n");
    assertThat(sample.edits().renameKey(root, root.entries().get(0), "b"))
        .isEqualTo(new Edit.Impossible("the key is there already"));
    assertThat(sample.edits().renameKey(root, root.entries().get(1), "d"))
        .isEqualTo(new Edit.Impossible("the change would show at each *x"));
  }

  @Test
  void movesAnEntryToAnotherFile() {
    Sample from =
        Sample.of(
            "s:\n  web: # w\n    image: x\n    # in\n    run: |\n      a\n       b\n  db: 1\n");
    Sample to = Sample.of("services:\r\n    api: {}\r\n# end\r\n");
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
    Sample from = Sample.of(before);
    Sample to = Sample.of("services:\n  api: &y 1\n");
    Mapping source = from.mapping("s");
    Stream<Edit> moved =
        from
            .edits()
            .moveEntry(source, source.entries().get(0), to.edits(), to.mapping("services"))
            .stream();
    assertThat(moved).contains(new Edit.Impossible(why));
  }

  @Test
  void jsonIsWrittenOverLinesAsItStands() {
    Sample tabs = Sample.of("{\n\t\"a\": {\n\t\t\"b\": 1\n\t},\n\t\"l\": [\n\t\t1\n\t]\n}\n");
    NewYaml value =
        NewYaml.mapping(
            NewYaml.pair("c", NewYaml.list(NewYaml.text("d"))), NewYaml.pair("e", NewYaml.list()));

    assertThat(tabs.after(tabs.edits().addKey(tabs.mapping("a"), "n", value)))
        .contains(
            "\t\t\"b\": 1,\n\t\t\"n\": {\n\t\t\t\"c\": [\n\t\t\t\t\"d\"\n\t\t\t],"
                + "\n\t\t\t\"e\": []\n\t\t}\n\t},");
    assertThat(tabs.after(tabs.edits().addItem(tabs.list("l"), value)))
        .contains("\t\t1,\n\t\t{\n\t\t\t\"c\": [\n");
  }

  @Test
  void jsonOnOneLineStaysOnIt() {
    Sample line = Sample.of("{\"a\": {\"b\": 1}, \"c\": {}}");
    NewYaml value = NewYaml.mapping(NewYaml.pair("d", NewYaml.plain("1")));

    assertThat(line.after(line.edits().addKey(line.mapping("a"), "n", value)))
        .startsWith("{\"a\": {\"b\": 1, \"n\": {\"d\": 1}}");
    assertThat(line.after(line.edits().addKey(line.mapping("c"), "n", value)))
        .endsWith("\"c\": {\"n\": {\"d\": 1}}}");
  }
}
