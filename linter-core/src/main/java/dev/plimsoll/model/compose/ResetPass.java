package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes away what stands at some paths; single items of lists cannot be, as in compose-go. */
final class ResetPass {

  /** One that takes nothing away. */
  static final ResetPass NONE = of(List.of(), Set.of());

  private final PathTable<Reset> paths = new PathTable<>();
  private final boolean empty;
  private final Set<Slice> acted;

  private ResetPass(boolean empty, Set<Slice> acted) {
    this.empty = empty;
    this.acted = acted;
  }

  /**
   * Of what a document resets.
   *
   * @param acted where the resets are noted that took something away
   */
  static ResetPass of(List<Reset> resets, Set<Slice> acted) {
    ResetPass pass = new ResetPass(resets.isEmpty(), acted);
    for (Reset reset : resets) {
      pass.paths.put(reset.path(), reset);
      List<String> keys = reset.path().keys();
      if (keys.size() > 2 && keys.get(0).equals("services") && keys.get(2).equals("x-develop")) {
        List<String> promoted = new ArrayList<>(keys);
        promoted.set(2, "develop");
        pass.paths.put(new ComposePath(promoted), reset);
      }
    }
    return pass;
  }

  boolean isEmpty() {
    return empty;
  }

  /** What is left of a node. */
  ComposeNode node(ComposeNode node, ComposePath path) {
    if (empty || !(node instanceof Table table)) {
      return node;
    }
    Map<String, Member> kept = new LinkedHashMap<>();
    for (Map.Entry<String, Member> entry : table.members().entrySet()) {
      ComposePath below = path.child(entry.getKey());
      Optional<Reset> reset = paths.find(below);
      if (reset.isPresent()) {
        acted.add(reset.get().slice());
      } else {
        Member member = entry.getValue();
        kept.put(entry.getKey(), new Member(member.key(), node(member.value(), below)));
      }
    }
    return new Table(table.slice(), kept);
  }
}
