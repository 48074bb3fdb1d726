package dev.plimsoll.model.dockerfile;

import dev.plimsoll.model.command.Script;
import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.parse.dockerfile.tree.Flag;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * RUN, also behind ONBUILD.
 *
 * @param tree the whole instruction: {@code run}, or the ONBUILD around it
 * @param mounts in the order of the text
 * @param script what its shell reads, or one that is not read: exec form, another language
 * @param image what is known of the image that its stage descends from
 * @param previous the RUN before it in the stage
 * @param before for ONBUILD what is in force at its end, though a later build runs it
 */
public record Run(
    Anchor anchor,
    Instruction tree,
    Instruction.Run run,
    List<Mount> mounts,
    Script script,
    Optional<BaseImage> image,
    Optional<Run> previous,
    BuildState before)
    implements StageScript {

  public Run {
    mounts = List.copyOf(mounts);
  }

  /** Whether a later build runs it, on the image that this one makes. */
  public boolean isTrigger() {
    return tree instanceof Instruction.Onbuild;
  }

  /** Whether its commands reach a network; not with {@code --network=none}. */
  public boolean hasNetwork() {
    Optional<Flag> network = run.flag("network");
    return network.isEmpty()
        || network.get().value().isEmpty()
        || !network.get().value().get().text().equals("none");
  }

  @Override
  public Word keyword() {
    return run.keyword();
  }

  @Override
  public Host host() {
    return Host.BUILD;
  }

  @Override
  public List<Value> mounted() {
    List<Value> targets = new ArrayList<>();
    for (Mount mount : mounts) {
      if (mount.target().isPresent()) {
        targets.add(mount.target().get());
      }
    }
    return targets;
  }
}
