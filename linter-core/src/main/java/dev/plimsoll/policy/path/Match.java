package dev.plimsoll.policy.path;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/**
 * A node and the way to it.
 *
 * @param node aliases followed
 * @param key as it is written; absent for the root and the items of lists
 * @param index in its list; -1 elsewhere
 * @param parent what it stands in; absent for the root
 */
public record Match(YamlNode node, Optional<Scalar> key, int index, Optional<Match> parent) {

  static Match root(YamlNode node) {
    return new Match(node, Optional.empty(), -1, Optional.empty());
  }

  Match entry(Scalar name, YamlNode value) {
    return new Match(value, Optional.of(name), -1, Optional.of(this));
  }

  Match item(int at, YamlNode value) {
    return new Match(value, Optional.empty(), at, Optional.of(this));
  }

  /** Where something is said that it lacks: its key, or what it begins with. */
  public Slice owner() {
    if (key.isPresent()) {
      return key.get().slice();
    }
    if (node instanceof YamlNode.Mapping mapping && !mapping.entries().isEmpty()) {
      return mapping.entries().get(0).key().slice();
    }
    return node.slice();
  }
}
