package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A walk that puts other nodes where it has something to say, and looks below where it has not. */
abstract class NodePass {

  /** What stands at a path instead; nothing where only what is below may change. */
  abstract Optional<ComposeNode> replace(ComposeNode node, ComposePath path);

  /** The node as the walk leaves it. */
  final ComposeNode in(ComposeNode node, ComposePath path) {
    Optional<ComposeNode> other = replace(node, path);
    return other.isPresent() ? other.get() : children(node, path);
  }

  /** The node, with what is below it as the walk leaves it: itself where nothing changes. */
  final ComposeNode children(ComposeNode node, ComposePath path) {
    return node instanceof Items items
        ? items(items, path)
        : node instanceof Table table ? table(table, path) : node;
  }

  @SuppressWarnings("ReferenceEquality") // the very node: an equal one may tell of another place
  private Items items(Items items, ComposePath path) {
    if (items.items().isEmpty()) {
      return items;
    }
    ComposePath below = path.child(ComposePath.ITEM);
    List<ComposeNode> changed = List.of();
    for (int i = 0; i < items.items().size(); i++) {
      ComposeNode item = items.items().get(i);
      ComposeNode left = in(item, below);
      if (left != item) {
        changed = changed.isEmpty() ? new ArrayList<>(items.items()) : changed;
        changed.set(i, left);
      }
    }
    return changed.isEmpty() ? items : new Items(items.slice(), changed);
  }

  @SuppressWarnings("ReferenceEquality") // as above
  private Table table(Table table, ComposePath path) {
    Map<String, Member> changed = Map.of();
    for (Map.Entry<String, Member> entry : table.members().entrySet()) {
      Member member = entry.getValue();
      ComposeNode left = in(member.value(), path.child(entry.getKey()));
      if (left != member.value()) {
        changed = changed.isEmpty() ? new LinkedHashMap<>(table.members()) : changed;
        changed.put(entry.getKey(), new Member(member.key(), left));
      }
    }
    return changed.isEmpty() ? table : new Table(table.slice(), changed);
  }
}
