package dev.plimsoll.project;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.OpenLine;
import dev.plimsoll.model.command.Script;
import dev.plimsoll.model.command.ScriptReader;
import dev.plimsoll.model.command.Shells;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ContainerImage;
import dev.plimsoll.model.compose.ServiceAround;
import dev.plimsoll.model.compose.ServiceCommand;
import dev.plimsoll.model.compose.ServiceCommands;
import dev.plimsoll.model.dockerfile.ContainerCommand;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.CommandLine;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.parse.shell.tree.Dialect;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a container of a service starts: the entrypoint, and the command that it gets, each from the
 * service or else from the stage that it builds. An entrypoint of the service takes the command of
 * the image away.
 */
final class ServiceStart {

  private final ComposeService service;
  private final ContainerImage image;
  private final ScriptReader scripts;
  private final List<Command> commands = new ArrayList<>();
  private final List<Place> because = new ArrayList<>();

  ServiceStart(ComposeService service, ContainerImage image, ScriptReader scripts) {
    this.service = service;
    this.image = image;
    this.scripts = scripts;
  }

  Answer<List<Command>> answer() {
    boolean hasEntrypoint = false;
    boolean hasCommand = false;
    List<Command> own = new ArrayList<>();
    for (ServiceCommand command : ServiceCommands.of(service, image)) {
      boolean isEntrypoint = command.key() == ServiceCommand.Key.ENTRYPOINT;
      boolean isCommand = command.key() == ServiceCommand.Key.COMMAND;
      if (isEntrypoint || isCommand) {
        ServiceAround around = new ServiceAround(service, command.own(), image);
        own.addAll(command.read(around, scripts).script().commands());
        hasEntrypoint |= isEntrypoint || (isCommand && !command.isWhole());
        hasCommand |= isCommand;
      }
    }
    if (!hasEntrypoint && !service.has("entrypoint") && image instanceof ImageOfStage known) {
      ofStage(known.stage(), !hasCommand);
    }
    commands.addAll(own);
    return commands.isEmpty()
        ? new Answer.Unknown<>("what it starts is known to its image alone")
        : new Answer.Known<>(commands, because);
  }

  private void ofStage(Stage stage, boolean takesCommand) {
    Optional<ContainerCommand> entrypoint = inForce(stage, stage.end().entrypoint());
    Optional<ContainerCommand> command =
        takesCommand ? inForce(stage, stage.end().cmd()) : Optional.empty();
    if (entrypoint.isPresent() && command.isPresent()) {
      List<ShellWord> words = words(entrypoint.get());
      List<ShellWord> more = words(command.get());
      if (!words.isEmpty() && !more.isEmpty() && OpenLine.goesOn(words)) {
        words.addAll(more);
        add(command.get(), read(command.get(), words));
        return;
      }
    }
    if (entrypoint.isPresent()) {
      add(entrypoint.get(), entrypoint.get().script());
    }
    boolean isTaken = entrypoint.isEmpty() || !words(entrypoint.get()).isEmpty();
    if (command.isPresent() && isTaken) { // a shell form gets no arguments
      add(command.get(), command.get().script());
    }
  }

  private Script read(ContainerCommand command, List<ShellWord> words) {
    return scripts.read(command.anchor(), command.line().slice(), words, new Shells(Dialect.BASH));
  }

  private void add(ContainerCommand command, Script script) {
    commands.addAll(script.commands());
    because.add(new Place(command.line().slice().place().file(), Span.at(0)));
  }

  @SuppressWarnings("ReferenceEquality") // the very instruction: another may read the same
  private static Optional<ContainerCommand> inForce(
      Stage stage, Optional<? extends Instruction> instruction) {
    if (instruction.isPresent()) {
      for (Step step : stage.lineage()) {
        if (step instanceof ContainerCommand command && command.tree() == instruction.get()) {
          return Optional.of(command);
        }
      }
    }
    return Optional.empty();
  }

  /** Those of an exec form; none of a shell form. */
  private static List<ShellWord> words(ContainerCommand command) {
    List<ShellWord> words = new ArrayList<>();
    if (command.line() instanceof CommandLine.ExecForm exec) {
      for (Word word : exec.words()) {
        words.add(ShellWord.verbatim(word.slice()));
      }
    }
    return words;
  }
}
