package dev.plimsoll.parse.shell.tree;

import dev.plimsoll.text.Slice;
import java.util.List;

/**
 * Assignments, then words of which the first names a program, builtin or function, XCU 2.9.1.
 *
 * @param slice from the first assignment, word or redirection to the last
 */
public record SimpleCommand(
    Slice slice,
    List<Assignment> assignments,
    List<ShellWord> words,
    List<Redirection> redirections)
    implements ShellCommand {
  public SimpleCommand {
    assignments = List.copyOf(assignments);
    words = List.copyOf(words);
    redirections = List.copyOf(redirections);
  }
}
