package dev.plimsoll.model.openapi.schema;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/**
 * A value to be judged, and how it is reached.
 *
 * @param key where it is called by its name; what stands first in it where it has none
 * @param schema the outermost one that it must fit
 * @param parent nothing for the whole value
 * @param step from the parent to it: a name, or an index in brackets
 */
record Instance(YamlNode node, Slice key, YamlNode schema, Optional<Instance> parent, String step) {

  static Instance whole(YamlNode node, Slice key, YamlNode schema) {
    return new Instance(node, key, schema, Optional.empty(), "");
  }

  Instance property(Scalar name, YamlNode value, YamlNode below) {
    return new Instance(value, name.slice(), below, Optional.of(this), name.text());
  }

  Instance item(int index, YamlNode value, YamlNode below) {
    Slice first =
        value instanceof Mapping mapping && !mapping.entries().isEmpty()
            ? mapping.entries().get(0).key().slice()
            : value.slice();
    return new Instance(value, first, below, Optional.of(this), "[" + index + "]");
  }

  /** Such as {@code owner.names[0]}; empty for the whole value. */
  String path() {
    if (parent.isEmpty()) {
      return "";
    }
    String above = parent.get().path();
    return above.isEmpty() || step.startsWith("[") ? above + step : above + "." + step;
  }
}
