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

  /** The node, with what is below it as the walk leaves it. */
  final ComposeNode children(ComposeNode node, ComposePath path) {
    if (node instanceof Items items) {
      List<ComposeNode> all = new ArrayList<>(items.items().size());
      for (ComposeNode item : items.items()) {
        all.add(in(item, path.child(ComposePath.ITEM)));
      }
      return new Items(items.slice(), all);
    }
    if (!(node instanceof Table table)) {
      return node;
    }
    Map<String, Member> members = new LinkedHashMap<>();
    for (Map.Entry<String, Member> entry : table.members().entrySet()) {
      Member member = entry.getValue();
      ComposeNode value = in(member.value(), path.child(entry.getKey()));
      members.put(entry.getKey(), new Member(member.key(), value));
    }
    return new Table(table.slice(), members);
  }
}
