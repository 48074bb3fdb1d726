package dev.plimsoll.fix;

import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Alias;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.parse.yaml.tree.YamlNode.Style;
import java.util.ArrayList;
import java.util.List;

/** What a YAML file says apart from its spelling, to be changed in a test as an edit should. */
record YamlShape(String label, List<YamlShape> parts) {

  static List<YamlShape> of(YamlFile file) {
    List<YamlShape> shapes = new ArrayList<>();
    for (YamlDocument document : file.documents()) {
      shapes.add(document.root().map(YamlShape::of).orElse(leaf("")));
    }
    return shapes;
  }

  static YamlShape of(YamlNode node) {
    String label = node.properties().isEmpty() ? "" : node.properties().toString();
    List<YamlShape> parts = new ArrayList<>();
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        parts.add(new YamlShape("entry", list(of(entry.key()), of(entry.value()))));
      }
      return new YamlShape(label + "mapping", parts);
    } else if (node instanceof Sequence list) {
      for (YamlNode item : list.items()) {
        parts.add(of(item));
      }
      return new YamlShape(label + "list", parts);
    } else if (node instanceof Alias alias) {
      return leaf("*" + alias.name());
    }
    Scalar scalar = (Scalar) node;
    boolean typed = scalar.style() == Style.PLAIN && YamlQuotes.isOtherType(scalar.text());
    return leaf(label + (typed ? "typed " : "text ") + scalar.text());
  }

  static YamlShape of(NewYaml value) {
    if (value instanceof NewYaml.Text text) {
      return leaf("text " + text.text());
    } else if (value instanceof NewYaml.Plain plain) {
      return leaf("typed " + plain.spelling());
    }
    List<YamlShape> parts = new ArrayList<>();
    if (value instanceof NewYaml.Items list) {
      list.items().forEach(item -> parts.add(of(item)));
      return new YamlShape("list", parts);
    }
    ((NewYaml.Pairs) value).pairs().forEach(pair -> parts.add(entry(pair.key(), pair.value())));
    return new YamlShape("mapping", parts);
  }

  static YamlShape entry(String key, NewYaml value) {
    return new YamlShape("entry", list(leaf("text " + key), of(value)));
  }

  static YamlShape leaf(String label) {
    return new YamlShape(label, new ArrayList<>());
  }

  private static List<YamlShape> list(YamlShape... shapes) {
    return new ArrayList<>(List.of(shapes));
  }
}
