package dev.plimsoll.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.yaml.YamlReader;
import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlSwapTest {

  private static final NewYaml.Pair LIST =
      NewYaml.pair("l", NewYaml.list(NewYaml.mapping(NewYaml.pair("r", NewYaml.text("x")))));

  @Test
  void keepsTheIndentationAndTheCommentBehindIt() {
    assertThat(swapped("a:\r\n  - r: x # c\r\n    b: 1\r\n", "a", 0))
        .isEqualTo("a:\r\n  - l:\r\n      - r: x # c\r\n    b: 1\r\n");
    assertThat(swapped("a: {b: 1, r: x}\n", "a", 1)).isEqualTo("a: {b: 1, l: [{r: x}]}\n");
  }

  @Test
  void laysOutJsonAsItIs() {
    assertThat(swapped("{\"a\": {\n    \"r\": \"x\",\n    \"b\": 1\n  }\n}\n", "a", 0))
        .isEqualTo(
            "{\"a\": {\n"
                + "    \"l\": [\n"
                + "      {\n"
                + "        \"r\": \"x\"\n"
                + "      }\n"
                + "    ],\n"
                + "    \"b\": 1\n"
                + "  }\n"
                + "}\n");
    assertThat(swapped("{\"a\": {\"r\": \"x\"}}\n", "a", 0))
        .isEqualTo("{\"a\": {\"l\": [{\"r\": \"x\"}]}}\n");
  }

  @Test
  void leavesWhatIsSharedOrLonger() {
    assertThat(swapped("a: {r: x, l: 1}\n", "a", 0)).isEqualTo("the key is there already");
    assertThat(swapped("a: {r: [x]}\n", "a", 0)).isEqualTo("the entry is not written on one line");
    assertThat(swapped("a:\n  r:\n    x\n", "a", 0))
        .isEqualTo("the entry is not written on one line");
    assertThat(swapped("a: &a {r: x}\nb: *a\n", "a", 0))
        .isEqualTo("the change would show at each *a");
  }

  private static String swapped(String characters, String key, int index) {
    SourceText text = SourceText.of("a.yaml", characters);
    YamlFile file = YamlReader.readFile(text).tree();
    Mapping root = (Mapping) file.documents().get(0).root().orElseThrow();
    Mapping mapping =
        root.find(key).orElseThrow() instanceof Sequence list
            ? (Mapping) list.items().get(0)
            : (Mapping) root.find(key).orElseThrow();
    Edit edit = YamlSwap.entry(file, text, mapping, mapping.entries().get(index), LIST);
    return edit instanceof Edit.Replace replace
        ? Splice.of(List.of(replace), characters.length()).orElseThrow().apply(characters)
        : ((Edit.Impossible) edit).why();
  }
}
