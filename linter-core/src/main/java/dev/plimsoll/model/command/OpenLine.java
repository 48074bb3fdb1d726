package dev.plimsoll.model.command;

import dev.plimsoll.parse.shell.tree.Dialect;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Anchor;
import java.util.List;
import java.util.Optional;

/**
 * Tells an entrypoint whose command goes on in the words that are put behind it, {@code sh -c},
 * from one that starts them as a command of their own, as most scripts do.
 */
public final class OpenLine {

  private static final Shells SHELLS = new Shells(Dialect.BASH);

  private OpenLine() {}

  /**
   * Whether what stands behind some words is a part of their command.
   *
   * @param words at least one
   */
  public static boolean goesOn(List<ShellWord> words) {
    Command command =
        CommandReader.read(Anchor.FILE, words.get(0).slice(), words, Optional.empty(), false);
    if (SHELLS.dialect(command.program()).isPresent()) {
      return areOptions(command.arguments());
    }
    return WrapperSyntax.of(command.program()).isPresent()
        || Program.of(command.program()).isPresent();
  }

  /** Whether all words are options of a shell, or the names that {@code -o} takes. */
  private static boolean areOptions(List<ShellWord> words) {
    boolean named = false;
    for (ShellWord word : words) {
      boolean isOption = word.text().startsWith("-");
      if (!isOption && !named) {
        return false;
      }
      named = isOption && !word.text().startsWith("--") && word.text().endsWith("o");
    }
    return true;
  }
}
