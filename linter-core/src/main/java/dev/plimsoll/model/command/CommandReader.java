package dev.plimsoll.model.command;

import dev.plimsoll.parse.shell.tree.Assignment;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.parse.shell.tree.SimpleCommand;
import dev.plimsoll.text.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what a simple command runs, behind the wrappers before it. */
final class CommandReader {

  private final SimpleCommand simple;
  private final List<ShellWord> words;
  private final List<Wrapper> wrappers = new ArrayList<>();
  private final List<Assignment> environment;
  private int at;

  private CommandReader(SimpleCommand simple) {
    this.simple = simple;
    this.words = simple.words();
    this.environment = new ArrayList<>(simple.assignments());
  }

  /** The command; none where a simple command only assigns or redirects. */
  static Optional<Command> read(Anchor script, SimpleCommand simple) {
    return new CommandReader(simple).read(script);
  }

  private Optional<Command> read(Anchor script) {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    while (unwrap()) {
      // each turn takes one wrapper
    }
    ShellWord name = words.get(at);
    return Optional.of(
        new Command(
            script.child(Command.program(name)),
            simple.slice(),
            wrappers,
            environment,
            name,
            words.subList(at + 1, words.size()),
            simple.redirections()));
  }

  /** Steps over one wrapper; one that runs nothing is the command itself. */
  private boolean unwrap() {
    ShellWord name = words.get(at);
    Optional<WrapperSyntax> known = WrapperSyntax.of(Command.program(name));
    if (known.isEmpty()) {
      return false;
    }
    WrapperSyntax syntax = known.get();
    int next = at + 1;
    while (next < words.size() && isOption(words.get(next))) {
      String option = words.get(next).text();
      if (asks(option, syntax)) {
        return false;
      }
      next++;
      if (option.equals("--")) {
        break;
      }
      next += takesNext(option, syntax) ? 1 : 0;
    }
    List<ShellWord> own = new ArrayList<>(words.subList(at + 1, next));
    List<Assignment> assigned = new ArrayList<>();
    while (syntax.assigns() && next < words.size()) {
      Optional<Assignment> assignment = Assignment.of(words.get(next));
      if (assignment.isEmpty()) {
        break;
      }
      assigned.add(assignment.get());
      next++;
    }
    int command = next + syntax.operands();
    if (command >= words.size()) {
      return false;
    }
    own.addAll(words.subList(next, command));
    environment.addAll(assigned);
    wrappers.add(new Wrapper(name, own));
    at = command;
    return true;
  }

  private static boolean isOption(ShellWord word) {
    String text = word.text();
    return text.length() > 1 && text.charAt(0) == '-';
  }

  private static boolean asks(String option, WrapperSyntax syntax) {
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
