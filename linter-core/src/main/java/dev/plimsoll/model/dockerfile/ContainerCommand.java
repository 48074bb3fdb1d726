package dev.plimsoll.model.dockerfile;

import dev.plimsoll.model.command.Script;
import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.parse.dockerfile.tree.CommandLine;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Optional;

/**
 * CMD, ENTRYPOINT or HEALTHCHECK: what a container runs.
 *
 * @param line a broken JSON array is a shell form
 * @param script what its shell reads, or the words of the exec form
 */
public record ContainerCommand(
    Anchor anchor,
    Instruction tree,
    CommandLine line,
    Script script,
    Optional<BaseImage> image,
    BuildState before)
    implements StageScript {

  /** The command line of an instruction; none of another one, and of {@code HEALTHCHECK NONE}. */
  static Optional<CommandLine> line(Instruction instruction) {
    if (instruction instanceof Instruction.Cmd cmd) {
      return Optional.of(cmd.command());
    }
    if (instruction instanceof Instruction.Entrypoint entrypoint) {
      return Optional.of(entrypoint.command());
    }
    return instruction instanceof Instruction.Healthcheck healthcheck
        ? healthcheck.command()
        : Optional.empty();
  }

  @Override
  public Word keyword() {
    return tree.keyword();
  }

  @Override
  public Host host() {
    return Host.CONTAINER;
  }

  @Override
  public List<Value> mounted() {
    return List.of();
  }
}
