package dev.plimsoll.model.command;

import dev.plimsoll.parse.shell.tree.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command of a known program, its options told from its operands.
 *
 * @param options in the order of the text; letters joined to one word are one each
 * @param operands subcommands, and what the program works on
 */
public record Invocation(
    Command command, Program program, List<Option> options, List<ShellWord> operands) {

  public Invocation {
    options = List.copyOf(options);
    operands = List.copyOf(operands);
  }

  /** The options and operands of a command; none where its program is in no table. */
  public static Optional<Invocation> of(Command command) {
    return command.invocation();
  }

  static Optional<Invocation> read(Command command) {
    Optional<Program> program = Program.of(command.program());
    return program.isEmpty()
        ? Optional.empty()
        : Optional.of(new OptionReader(program.get(), command.arguments()).read(command));
  }

  /** The first option that is called so in the table of programs. */
  public Optional<Option> option(String called) {
    List<Option> all = options(called);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
  }

  /** All options that are called so in the table of programs. */
  public List<Option> options(String called) {
    List<String> names = program.named().getOrDefault(called, List.of());
    List<Option> found = new ArrayList<>();
    for (Option option : options) {
      if (names.contains(option.name())) {
        found.add(option);
      }
    }
    return found;
  }
}
