package dev.plimsoll.model.command;

import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.List;

/**
 * One simple command of a script.
 *
 * @param anchor the address of its place and its name
 * @param slice the whole command
 * @param name the word that names it, after assignments and {@code sudo}-like wrappers
 */
public record Command(Anchor anchor, Slice slice, ShellWord name, List<ShellWord> arguments) {
  public Command {
    arguments = List.copyOf(arguments);
  }

  /** Whether the command is called so, with a path before it or without. */
  public boolean isNamed(String wanted) {
    String text = name.text();
    return text.equals(wanted) || text.endsWith("/" + wanted);
  }
}
