package dev.plimsoll.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlEditsAddTest {

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
    YamlSample sample = YamlSample.of(before);
    Edit edit = sample.edits().addFirstKey(sample.mapping("a"), "k", NewYaml.text("v"));
    assertThat(sample.after(edit)).isEqualTo(after);
  }

  @Test
  void addsAFirstKeyBehindADash() {
    YamlSample sample = YamlSample.of("a:\n  - b: 1\n");
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
    YamlSample sample = YamlSample.of(before);
    assertThat(sample.after(sample.edits().addKey(sample.mapping("a"), "k", NewYaml.text("v"))))
        .isEqualTo(after);
  }

  @Test
  void addsNestedValuesAsLines() {
    YamlSample sample = YamlSample.of("a:\n    b:\n        c: 1\n    d: 2\n");
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
    YamlSample flow = YamlSample.of("a: {b: 1}\n");
    assertThat(flow.after(flow.edits().addKey(flow.mapping("a"), "k", value)))
        .isEqualTo("a: {b: 1, k: {test: [CMD, \"a: b\"], retries: 3}}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "'a:\n  b: 1\n  c: 2\n' % 'a:\n  b: 1\n  k: 3\n  l: 4\n  c: 2\n'",
        "'{\"a\": {\"b\": 1, \"c\": 2}}' % '{\"a\": {\"b\": 1, \"k\": 3, \"l\": 4, \"c\": 2}}'",
      })
  void addsTwoKeysAtOnePlace(String before, String after) {
    YamlSample sample = YamlSample.of(before);
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

  @Test
  void aChangeOfEveryUseMustBeAskedFor() {
    YamlSample sample = YamlSample.of("a: &x {b: 1}\nc: *x\n");
    Edit edit =
        sample.edits().changingEveryUse().addKey(sample.mapping("a"), "k", NewYaml.plain("2"));
    assertThat(sample.after(edit)).isEqualTo("a: &x {b: 1, k: 2}\nc: *x\n");
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
    YamlSample sample = YamlSample.of(before);
    NewYaml item =
        NewYaml.mapping(
            NewYaml.pair("k", NewYaml.text("v")), NewYaml.pair("l", NewYaml.plain("1")));
    assertThat(sample.after(sample.edits().addItem(sample.list("a"), item))).isEqualTo(after);
  }
}
