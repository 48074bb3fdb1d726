package dev.plimsoll.model.command;

import dev.plimsoll.parse.shell.tree.Assignment;
import dev.plimsoll.parse.shell.tree.Redirection;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/**
 * One command: {@code sudo -E env X=1 apt-get -qq install -y a} runs apt-get.
 *
 * @param anchor the address of its place and its name
 * @param slice the whole command, wrappers and redirections included
 * @param wrappers what it is run by, outermost first
 * @param environment what is set for it, by itself and by its wrappers
 * @param name the word that names the program, builtin or function
 * @param arguments the words after the name
 * @param host the command whose words this one is read from: {@code sh -c}, {@code find -exec}
 */
public record Command(
    Anchor anchor,
    Slice slice,
    List<Wrapper> wrappers,
    List<Assignment> environment,
    ShellWord name,
    List<ShellWord> arguments,
    List<Redirection> redirections,
    Optional<Command> host) {

  public Command {
    wrappers = List.copyOf(wrappers);
    environment = List.copyOf(environment);
    arguments = List.copyOf(arguments);
    redirections = List.copyOf(redirections);
  }

  /** The name without its path: {@code /usr/bin/pip3} is pip3. */
  public String program() {
    return program(name);
  }

  static String program(ShellWord name) {
    String text = name.text();
    return text.substring(text.lastIndexOf('/') + 1);
  }

  /** Whether the command is called so, with a path before it or without. */
  public boolean isNamed(String wanted) {
    return program().equals(wanted);
  }
}
