package dev.plimsoll.model.command;

import dev.plimsoll.parse.shell.tree.Dialect;
import dev.plimsoll.parse.shell.tree.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a command runs by itself. Sources: POSIX XCU, sh, eval, trap and find; the bash
 * manual, 6.1; the manual pages of su and runuser (util-linux).
 */
final class HeldFinder {

  private static final Set<String> EXECUTING = Set.of("-exec", "-execdir", "-ok", "-okdir");

  private static final String COMMAND = "--command=";

  private final Shells shells;
  private final Dialect own;

  /**
   * A finder for the commands of one script.
   *
   * @param own the dialect of that script
   */
  HeldFinder(Shells shells, Dialect own) {
    this.shells = shells;
    this.own = own;
  }

  List<Held> in(Command command) {
    List<ShellWord> words = command.arguments();
    return switch (command.program()) {
      case "find" -> executed(words);
      case "eval" -> words.size() == 1 ? text(words.get(0), own) : List.of();
      case "trap" -> trapped(words);
      case "su", "runuser" -> switched(words);
      default -> {
        Optional<Dialect> dialect = shells.dialect(command.program());
        yield dialect.isEmpty() ? List.of() : shell(words, dialect.get());
      }
    };
  }

  private static List<Held> text(ShellWord word, Dialect dialect) {
    return List.of(new Held.Text(word, dialect));
  }

  /** The operand after the options of a shell, where one of them is c. */
  private static List<Held> shell(List<ShellWord> words, Dialect dialect) {
    boolean isText = false;
    int at = 0;
    while (at < words.size()) {
      String word = words.get(at).text();
      boolean option = word.length() > 1 && (word.charAt(0) == '-' || word.charAt(0) == '+');
      if (!option) {
        break;
      }
      at++;
      if (word.equals("--")) {
        break;
      }
      if (word.startsWith("--")) {
        at += word.equals("--rcfile") || word.equals("--init-file") ? 1 : 0;
        continue;
      }
      for (int i = 1; i < word.length(); i++) {
        isText |= word.charAt(i) == 'c' && word.charAt(0) == '-';
        at += word.charAt(i) == 'o' || word.charAt(i) == 'O' ? 1 : 0;
      }
    }
    return isText && at < words.size() ? text(words.get(at), dialect) : List.of();
  }

  private static List<Held> executed(List<ShellWord> words) {
    List<Held> held = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      if (EXECUTING.contains(words.get(at).text())) {
        int end = at + 1;
        while (end < words.size() && !endsExecuted(words, end)) {
          end++;
        }
        if (end > at + 1) {
          held.add(new Held.Words(words.subList(at + 1, end)));
        }
        at = end;
      }
    }
    return held;
  }

  /** A semicolon, or a plus sign after the braces. */
  private static boolean endsExecuted(List<ShellWord> words, int at) {
    String word = words.get(at).text();
    return word.equals(";") || (word.equals("+") && words.get(at - 1).text().equals("{}"));
  }

  private List<Held> trapped(List<ShellWord> words) {
    int at = !words.isEmpty() && words.get(0).text().equals("--") ? 1 : 0;
    if (words.size() < at + 2) {
      return List.of(); // a signal alone is put back to its default
    }
    String action = words.get(at).text();
    return action.isEmpty() || action.startsWith("-") ? List.of() : text(words.get(at), own);
  }

  private static List<Held> switched(List<ShellWord> words) {
    for (int at = 0; at < words.size(); at++) {
      ShellWord word = words.get(at);
      String text = word.slice().text();
      boolean isNext = text.equals("-c") || text.equals("-lc") || text.equals("--command");
      if (isNext && at + 1 < words.size()) {
        return text(words.get(at + 1), Dialect.BASH);
      }
      int joined = text.startsWith(COMMAND) ? COMMAND.length() : text.startsWith("-c") ? 2 : 0;
      if (joined > 0 && joined < text.length()) {
        return text(word.from(joined), Dialect.BASH);
      }
    }
    return List.of();
  }
}
