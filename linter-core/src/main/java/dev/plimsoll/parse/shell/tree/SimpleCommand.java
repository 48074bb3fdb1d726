package dev.plimsoll.parse.shell.tree;

import dev.plimsoll.text.Slice;
import java.util.List;

/**
 * Words, the first of them the command's name unless it is an assignment.
 *
 * @param slice from the first word or redirection to the last
 */
public record SimpleCommand(Slice slice, List<ShellWord> words) {
  public SimpleCommand {
    words = List.copyOf(words);
  }
}
