package dev.plimsoll.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlEditsJsonTest {

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
    YamlSample sample = YamlSample.of(before);
    NewYaml value =
        NewYaml.mapping(
            NewYaml.pair("c", NewYaml.list(NewYaml.text("d"), NewYaml.plain("2"))),
            NewYaml.pair("e", NewYaml.mapping()));
    assertThat(sample.after(sample.edits().addKey(sample.mapping("a"), "k", value)))
        .isEqualTo(after);
  }

  @Test
  void jsonIsWrittenOverLinesAsItStands() {
    YamlSample tabs =
        YamlSample.of("{\n\t\"a\": {\n\t\t\"b\": 1\n\t},\n\t\"l\": [\n\t\t1\n\t]\n}\n");
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
    YamlSample line = YamlSample.of("{\"a\": {\"b\": 1}, \"c\": {}}");
    NewYaml value = NewYaml.mapping(NewYaml.pair("d", NewYaml.plain("1")));

    assertThat(line.after(line.edits().addKey(line.mapping("a"), "n", value)))
        .startsWith("{\"a\": {\"b\": 1, \"n\": {\"d\": 1}}");
    assertThat(line.after(line.edits().addKey(line.mapping("c"), "n", value)))
        .endsWith("\"c\": {\"n\": {\"d\": 1}}}");
  }
}
