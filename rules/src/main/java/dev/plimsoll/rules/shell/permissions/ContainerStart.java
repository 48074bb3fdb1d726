package dev.plimsoll.rules.shell.permissions;

import dev.plimsoll.model.dockerfile.ContainerCommand;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.CommandLine;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.ProjectView;
import dev.plimsoll.text.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * How a container of a stage is started now.
 *
 * @param line the instruction that a script can be wired into
 * @param before the words of the base image's ENTRYPOINT, which would come before it
 * @param script the file of the build context that it starts, which may be extended
 * @param isWrapped whether {@code line} is an ENTRYPOINT
 */
record ContainerStart(
    ContainerCommand line, List<String> before, Optional<SourceText> script, boolean isWrapped) {

  /** None where it is not known, or a line for a shell says it. */
  static Optional<ContainerStart> of(ServiceStage service, ProjectView project) {
    Stage stage = service.stage();
    Optional<Instruction.Entrypoint> entrypoint = stage.end().entrypoint();
    Optional<Instruction.Cmd> cmd = stage.end().cmd();
    if (entrypoint.isPresent()) {
      Optional<ContainerCommand> line = own(stage, entrypoint.get());
      return line.isEmpty() ? Optional.empty() : continued(line.get(), service, project);
    }
    // An ENTRYPOINT of its own would clear a CMD that the stage inherits.
    Optional<ContainerCommand> line = cmd.isEmpty() ? Optional.empty() : own(stage, cmd.get());
    if (line.isEmpty() || stage.base().image().isEmpty()) {
      return Optional.empty();
    }
    List<String> words = stage.base().image().get().entrypoint();
    return Optional.of(new ContainerStart(line.get(), words, Optional.empty(), false));
  }

  @SuppressWarnings("ReferenceEquality") // the very instruction: another may read the same
  private static Optional<ContainerCommand> own(Stage stage, Instruction instruction) {
    for (Step step : stage.steps()) {
      if (step instanceof ContainerCommand command && command.tree() == instruction) {
        return Optional.of(command);
      }
    }
    return Optional.empty();
  }

  private static Optional<ContainerStart> continued(
      ContainerCommand entrypoint, ServiceStage service, ProjectView project) {
    if (!(entrypoint.line() instanceof CommandLine.ExecForm exec) || exec.words().isEmpty()) {
      return Optional.empty();
    }
    Answer<Optional<SourceText>> program =
        project.copiedFile(service.file(), service.stage(), exec.words().get(0).text());
    if (!(program instanceof Answer.Known<Optional<SourceText>> known)) {
      return Optional.empty();
    }
    if (known.value().isEmpty()) {
      return Optional.of(new ContainerStart(entrypoint, List.of(), Optional.empty(), true));
    }
    return EntrypointScript.isShell(known.value().get())
        ? Optional.of(new ContainerStart(entrypoint, List.of(), known.value(), true))
        : Optional.empty();
  }
}
