package dev.plimsoll.model.dockerfile;

import dev.plimsoll.model.command.Script;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.Anchor;
import java.util.List;

/**
 * RUN, also behind ONBUILD.
 *
 * @param tree the whole instruction: {@code run}, or the ONBUILD around it
 * @param mounts in the order of the text
 * @param script what its shell reads, or one that is not read: exec form, another language
 * @param before for ONBUILD what is in force at its end, though a later build runs it
 */
public record Run(
    Anchor anchor,
    Instruction tree,
    Instruction.Run run,
    List<Mount> mounts,
    Script script,
    BuildState before)
    implements Step {

  public Run {
    mounts = List.copyOf(mounts);
  }

  /** Whether a later build runs it, on the image that this one makes. */
  public boolean isTrigger() {
    return tree instanceof Instruction.Onbuild;
  }
}
