package dev.plimsoll.model.dockerfile;

import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Pair;
import dev.plimsoll.text.Anchor;
import java.util.List;

/** ENV or LABEL, in either form. */
public record KeyValues(Anchor anchor, Instruction tree, List<Pair> pairs, BuildState before)
    implements Step {
  public KeyValues {
    pairs = List.copyOf(pairs);
  }
}
