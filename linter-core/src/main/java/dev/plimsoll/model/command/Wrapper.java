package dev.plimsoll.model.command;

import dev.plimsoll.parse.shell.tree.ShellWord;
import java.util.List;

/**
 * A program that runs the command after it: {@code sudo -E}, {@code timeout 5}.
 *
 * @param words its options, their values and its own operands
 */
public record Wrapper(ShellWord name, List<ShellWord> words) {
  public Wrapper {
    words = List.copyOf(words);
  }
}
