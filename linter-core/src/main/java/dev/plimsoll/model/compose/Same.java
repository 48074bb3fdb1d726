package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import java.util.Map;

/** Whether two nodes say the same, wherever they stand. */
final class Same {

  private Same() {}

  static boolean nodes(ComposeNode one, ComposeNode other) {
    if (one instanceof Scalar scalar) {
      return other instanceof Scalar second
          && scalar.type() == second.type()
          && scalar.text().equals(second.text());
    }
    if (one instanceof Items items) {
      return other instanceof Items second && items(items, second);
    }
    return other instanceof Table second && tables((Table) one, second);
  }

  private static boolean items(Items one, Items other) {
    if (one.items().size() != other.items().size()) {
      return false;
    }
    for (int i = 0; i < one.items().size(); i++) {
      if (!nodes(one.items().get(i), other.items().get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean tables(Table one, Table other) {
    if (one.members().size() != other.members().size()) {
      return false;
    }
    for (Map.Entry<String, Member> entry : one.members().entrySet()) {
      Member second = other.members().get(entry.getKey());
      if (second == null || !nodes(entry.getValue().value(), second.value())) {
        return false;
      }
    }
    return true;
  }
}
