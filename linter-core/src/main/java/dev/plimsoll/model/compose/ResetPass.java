package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes away what stands at some paths; single items of lists cannot be, as in compose-go. */
final class ResetPass {

  private final List<Reset> resets;

  ResetPass(List<Reset> resets) {
    this.resets = resets;
  }

  ComposeNode node(ComposeNode node, ComposePath path) {
    if (!(node instanceof Table table)) {
      return node;
    }
    Map<String, Member> kept = new LinkedHashMap<>();
    for (Map.Entry<String, Member> entry : table.members().entrySet()) {
      ComposePath below = path.child(entry.getKey());
      if (!isReset(below)) {
        Member member = entry.getValue();
        kept.put(entry.getKey(), new Member(member.key(), node(member.value(), below)));
      }
    }
    return new Table(table.slice(), kept);
  }

  private boolean isReset(ComposePath path) {
    for (Reset reset : resets) {
      if (path.matches(reset.path())) {
        return true;
      }
    }
    return false;
  }
}
