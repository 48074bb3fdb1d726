package dev.plimsoll.model.dockerfile;

import dev.plimsoll.parse.dockerfile.tree.Flag;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.Anchor;
import java.util.Optional;

/** COPY or ADD. */
public record Copy(Anchor anchor, Instruction.Copy tree) implements Step {

  /** The first flag of a name, given without its dashes. */
  public Optional<Flag> flag(String name) {
    return tree.flag(name);
  }

  /** Whether the sources come from the build context, not from a stage or an image. */
  public boolean readsContext() {
    return flag("from").isEmpty();
  }
}
