package dev.plimsoll.parse.dockerfile;

import dev.plimsoll.parse.dockerfile.tree.CommandLine;
import dev.plimsoll.parse.dockerfile.tree.Flag;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/** CMD, ENTRYPOINT, SHELL and HEALTHCHECK: what is started, and by what. */
final class StartReader {

  private final InstructionReader instruction;
  private final Head head;

  StartReader(InstructionReader instruction, Head head) {
    this.instruction = instruction;
    this.head = head;
  }

  Instruction read() {
    if (head.name().equals("HEALTHCHECK")) {
      return healthcheck();
    }
    Optional<CommandLine> command = InstructionReader.commandLine(head.arguments());
    if (command.isEmpty()) {
      return instruction.refuse(InstructionReader.ONLY_STRINGS);
    }
    return switch (head.name()) {
      case "CMD" -> new Instruction.Cmd(instruction.whole(), head.keyword(), command.get());
      case "ENTRYPOINT" ->
          new Instruction.Entrypoint(instruction.whole(), head.keyword(), command.get());
      default -> shell(command.get());
    };
  }

  private Instruction shell(CommandLine command) {
    if (!(command instanceof CommandLine.ExecForm exec)) {
      return instruction.refuse("SHELL takes a JSON array: write SHELL [\"program\", \"-c\"]");
    }
    return exec.words().isEmpty()
        ? instruction.refuse("%s needs an argument")
        : new Instruction.Shell(instruction.whole(), head.keyword(), exec.words());
  }

  private Instruction healthcheck() {
    Slice arguments = head.arguments();
    if (arguments.span().isEmpty()) {
      return instruction.refuse("%s needs CMD and a command, or NONE");
    }
    String text = arguments.text();
    int end = 0;
    while (end < text.length() && !Blanks.isSpace(text.charAt(end))) {
      end++;
    }
    Word type = new Word(arguments.part(0, end));
    Slice rest = Blanks.strip(arguments.part(end, text.length()));
    if (type.text().equalsIgnoreCase("NONE")) {
      return rest.span().isEmpty()
          ? of(type, Optional.empty())
          : instruction.refuse(rest, "HEALTHCHECK NONE takes no arguments");
    }
    if (!type.text().equalsIgnoreCase("CMD")) {
      return instruction.refuse(type.slice(), "HEALTHCHECK needs CMD and a command, or NONE");
    }
    return withCommand(type, rest);
  }

  private Instruction withCommand(Word type, Slice rest) {
    Optional<CommandLine> command = InstructionReader.commandLine(rest);
    if (command.isEmpty()) {
      return instruction.refuse(InstructionReader.ONLY_STRINGS);
    }
    boolean empty =
        command.get() instanceof CommandLine.ExecForm exec
            ? exec.words().isEmpty()
            : rest.span().isEmpty();
    if (empty) {
      return instruction.refuse("HEALTHCHECK CMD needs a command");
    }
    for (Flag flag : head.flags()) {
      Optional<String> fault = faultOf(flag);
      if (fault.isPresent()) {
        return instruction.refuse(flag.slice(), fault.get());
      }
    }
    return of(type, command);
  }

  private static Optional<String> faultOf(Flag flag) {
    String value = flag.value().isPresent() ? flag.value().get().text() : "";
    if (flag.name().text().equals("retries")) {
      return isCount(value)
          ? Optional.empty()
          : Optional.of("--retries takes a number that is not negative");
    }
    return GoDuration.isNoLessThanMillisecond(value)
        ? Optional.empty()
        : Optional.of(
            "--" + flag.name().text() + " takes a duration of a millisecond or more, such as 30s");
  }

  private static boolean isCount(String value) {
    if (value.isEmpty()) {
      return true;
    }
    try {
      return Integer.parseInt(value) >= 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private Instruction of(Word type, Optional<CommandLine> command) {
    return new Instruction.Healthcheck(
        instruction.whole(), head.keyword(), head.flags(), type, command);
  }
}
