package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.Optional;

/** Whether what stands at two places says the same. */
public final class Trees {

  private Trees() {}

  /**
   * Whether two values are equal, whatever the order of their keys and the way they are written.
   */
  public static boolean areEqual(YamlNode one, YamlNode other) {
    if (one instanceof Mapping mapping && other instanceof Mapping second) {
      return mapping.entries().size() == second.entries().size() && isPartOf(mapping, second);
    }
    if (one instanceof Sequence list && other instanceof Sequence second) {
      return areEqual(list, second);
    }
    return one instanceof Scalar scalar
        && other instanceof Scalar second
        && scalar.text().equals(second.text())
        && CoreSchema.type(scalar) == CoreSchema.type(second);
  }

  /** Whether all that a mapping says is said by another one, too. */
  public static boolean isPartOf(Mapping part, Mapping whole) {
    for (YamlNode.Entry entry : part.entries()) {
      if (!(entry.key() instanceof Scalar key)) {
        return false;
      }
      Optional<YamlNode> value = whole.find(key.text());
      if (value.isEmpty() || !areEqual(entry.value(), value.get())) {
        return false;
      }
    }
    return true;
  }

  private static boolean areEqual(Sequence one, Sequence other) {
    if (one.items().size() != other.items().size()) {
      return false;
    }
    for (int i = 0; i < one.items().size(); i++) {
      if (!areEqual(one.items().get(i), other.items().get(i))) {
        return false;
      }
    }
    return true;
  }
}
