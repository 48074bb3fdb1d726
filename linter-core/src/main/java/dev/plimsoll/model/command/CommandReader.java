package dev.plimsoll.model.command;

import dev.plimsoll.parse.shell.tree.Assignment;
import dev.plimsoll.parse.shell.tree.Redirection;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.parse.shell.tree.SimpleCommand;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what a simple command runs, behind the wrappers before it. */
final class CommandReader {

  private final List<ShellWord> words;
  private final List<Wrapper> wrappers = new ArrayList<>();
  private final List<Assignment> environment;
  private int at;

  private CommandReader(List<ShellWord> words, List<Assignment> environment) {
    this.words = words;
    this.environment = new ArrayList<>(environment);
  }

  /** The command; none where a simple command only assigns or redirects. */
  static Optional<Command> read(
      Anchor script, SimpleCommand simple, Optional<Command> host, boolean isPiped) {
    return simple.words().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CommandReader(simple.words(), simple.assignments())
                .command(script, simple.slice(), simple.redirections(), host, isPiped));
  }

  /**
   * A command without a shell.
   *
   * @param words at least one
   */
  static Command read(
      Anchor script, Slice slice, List<ShellWord> words, Optional<Command> host, boolean isPiped) {
    return new CommandReader(words, List.of()).command(script, slice, List.of(), host, isPiped);
  }

  private Command command(
      Anchor script,
      Slice slice,
      List<Redirection> redirections,
      Optional<Command> host,
      boolean isPiped) {
    while (unwrap()) {
      // each turn takes one wrapper
    }
    List<ShellWord> rest = words.subList(at, words.size());
    return new Command(script, slice, wrappers, environment, rest, redirections, host, isPiped);
  }

  /** Steps over one wrapper; one that runs nothing is the command itself. */
  private boolean unwrap() {
    ShellWord name = words.get(at);
    if (isPython(Command.program(name))) {
      return module(name);
    }
    Optional<WrapperSyntax> known = WrapperSyntax.of(Command.program(name));
    return known.isPresent() && unwrap(name, known.get());
  }

  private boolean unwrap(ShellWord name, WrapperSyntax syntax) {
    int afterOptions = afterOptions(syntax);
    if (afterOptions < 0) {
      return false;
    }
    List<Assignment> assigned = syntax.assigns() ? assignments(afterOptions) : List.of();
    int operands = afterOptions + assigned.size();
    int command = operands + syntax.operands();
    if (command >= words.size()) {
      return false;
    }
    List<ShellWord> own = new ArrayList<>(words.subList(at + 1, afterOptions));
    own.addAll(words.subList(operands, command));
    environment.addAll(assigned);
    wrappers.add(new Wrapper(name, own));
    at = command;
    return true;
  }

  /** Where a wrapper's options end; -1 where one of them makes it run nothing. */
  private int afterOptions(WrapperSyntax syntax) {
    int next = at + 1;
    while (next < words.size() && isOption(words.get(next))) {
      String option = words.get(next).text();
      if (asks(option, syntax)) {
        return -1;
      }
      next++;
      if (option.equals("--")) {
        break;
      }
      next += takesNext(option, syntax) ? 1 : 0;
    }
    return Math.min(next, words.size());
  }

  /** The assignments that stand one after the other from a word on. */
  private List<Assignment> assignments(int from) {
    List<Assignment> assigned = new ArrayList<>();
    for (int next = from; next < words.size(); next++) {
      Optional<Assignment> assignment = Assignment.of(words.get(next));
      if (assignment.isEmpty()) {
        break;
      }
      assigned.add(assignment.get());
    }
    return assigned;
  }

  private static boolean isPython(String program) {
    String version = program.startsWith("python") ? program.substring("python".length()) : "-";
    for (int i = 0; i < version.length(); i++) {
      if ("0123456789.".indexOf(version.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Takes {@code python -m pip} for pip (Python, Command line and environment, 1.1.1). */
  private boolean module(ShellWord name) {
    int next = at + 1;
    while (next < words.size() && isOption(words.get(next))) {
      String option = words.get(next++).text();
      if (option.equals("-m") && next < words.size()) {
        wrappers.add(new Wrapper(name, words.subList(at + 1, next)));
        at = next;
        return true;
      }
      next += option.equals("-W") || option.equals("-X") ? 1 : 0;
    }
    return false;
  }

  private static boolean isOption(ShellWord word) {
    String text = word.text();
    return text.length() > 1 && text.charAt(0) == '-';
  }

  private static boolean asks(String option, WrapperSyntax syntax) {
    if (option.startsWith("--split-string")) {
      return true;
    }
    for (int i = 1; i < option.length() && option.charAt(1) != '-'; i++) {
      if (syntax.queries().indexOf(option.charAt(i)) >= 0) {
        return true;
      }
      if (syntax.shortWithValue().indexOf(option.charAt(i)) >= 0) {
        return false;
      }
    }
    return false;
  }

  /** Whether an option's value is the word after it. */
  private static boolean takesNext(String option, WrapperSyntax syntax) {
    if (option.startsWith("--")) {
      return syntax.longWithValue().contains(option.substring(2));
    }
    for (int i = 1; i < option.length(); i++) {
      if (syntax.shortWithValue().indexOf(option.charAt(i)) >= 0) {
        return i == option.length() - 1;
      }
    }
    return false;
  }
}
