package dev.plimsoll.fix;

import dev.plimsoll.parse.yaml.YamlReader;
import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.text.SourceText;
import java.util.List;

/** A file with its edits. */
record YamlSample(SourceText text, YamlFile file, YamlEdits edits) {

  static YamlSample of(String characters) {
    SourceText text = SourceText.of("a.yaml", characters);
    YamlFile file = YamlReader.readFile(text).tree();
    return new YamlSample(text, file, YamlEdits.of(file, text));
  }

  static Entry entry(Mapping mapping, String key) {
    for (Entry entry : mapping.entries()) {
      if (entry.key() instanceof Scalar scalar && scalar.text().equals(key)) {
        return entry;
      }
    }
    throw new IllegalArgumentException(key);
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
