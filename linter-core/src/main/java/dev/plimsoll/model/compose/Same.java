package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells which nodes say the same, wherever they stand; the types of numbers count. */
final class Same {

  private Same() {}

  private record Leaf(ComposeNode.Type type, String text) {}

  static boolean nodes(ComposeNode one, ComposeNode other) {
    return key(one).equals(key(other));
  }

  /** What equals that of another node if and only if both say the same. */
  static Object key(ComposeNode node) {
    if (node instanceof Scalar scalar) {
      return new Leaf(scalar.type(), scalar.text());
    }
    if (node instanceof Items items) {
      List<Object> all = new ArrayList<>(items.items().size());
      for (ComposeNode item : items.items()) {
        all.add(key(item));
      }
      return all;
    }
    Map<String, Object> all = new HashMap<>();
    for (Map.Entry<String, Member> entry : ((Table) node).members().entrySet()) {
      all.put(entry.getKey(), key(entry.getValue().value()));
    }
    return all;
  }
}
