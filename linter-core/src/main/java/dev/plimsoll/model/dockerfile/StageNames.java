package dev.plimsoll.model.dockerfile;

import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.Anchor;
import java.util.HashMap;
import java.util.Map;

/** Gives stages their addresses. */
final class StageNames {

  private final Map<String, Integer> seen = new HashMap<>();
  private final int count;

  StageNames(int count) {
    this.count = count;
  }

  /** Its name where it has one, {@code final} for a nameless last one, else its index. */
  Anchor anchor(Instruction.From from, int index) {
    String nameless = index == count - 1 ? "final" : Integer.toString(index);
    String name = Stage.name(from).orElse(nameless);
    int times = seen.merge(name, 1, Integer::sum);
    return Anchor.FILE.child(times == 1 ? name : name + "#" + times);
  }
}
