package dev.plimsoll.model.command;

import dev.plimsoll.parse.shell.tree.ShellWord;
import java.util.List;
import java.util.Optional;

/** Options of a shell, POSIX XCU set: given to it when it starts, or by {@code set}. */
public final class ShellOptions {

  private ShellOptions() {}

  /**
   * Whether the words that start a shell switch an option on, {@code bash -euo pipefail -c}.
   *
   * @param letter of the option; a blank where it has none
   */
  public static boolean given(List<String> words, String name, char letter) {
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      if (!word.startsWith("-")) {
        return false;
      }
      if (switches(word, i + 1 < words.size() ? words.get(i + 1) : "", name, letter)) {
        return true;
      }
      i += takesNext(word) ? 1 : 0;
    }
    return false;
  }

  /** What {@code set} does to an option: true where it is switched on; nothing where untouched. */
  public static Optional<Boolean> set(Command command, String name, char letter) {
    if (!command.isNamed("set")) {
      return Optional.empty();
    }
    List<ShellWord> words = command.arguments();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).text();
      boolean isOption = word.startsWith("-") || word.startsWith("+");
      if (!isOption || word.equals("--")) {
        return Optional.empty();
      }
      String next = i + 1 < words.size() ? words.get(i + 1).text() : "";
      if (switches(word, next, name, letter)) {
        return Optional.of(word.startsWith("-"));
      }
      i += takesNext(word) ? 1 : 0;
    }
    return Optional.empty();
  }

  private static boolean switches(String word, String next, String name, char letter) {
    boolean isName = word.startsWith("--");
    return isName
        ? word.equals("--" + name)
        : word.indexOf(letter, 1) > 0 || (takesNext(word) && next.equals(name));
  }

  /** Whether a name stands in the word after it. */
  private static boolean takesNext(String word) {
    return !word.startsWith("--") && word.endsWith("o") && word.length() > 1;
  }

  /**
   * Whether an option is on where a command runs, as the commands before it in the same shell say.
   *
   * @param atStart whether it is on when the script starts
   * @param offset of the command in the file
   */
  public static boolean isOn(
      Script script,
      boolean atStart,
      Optional<Command> host,
      int offset,
      String name,
      char letter) {
    boolean on = atStart;
    for (Command command : script.commands()) {
      if (command.slice().place().span().start() >= offset) {
        break;
      }
      if (command.host().equals(host)) {
        Optional<Boolean> set = set(command, name, letter);
        on = set.isPresent() ? set.get() : on;
      }
    }
    return on;
  }
}
