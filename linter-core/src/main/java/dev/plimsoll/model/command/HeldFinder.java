package dev.plimsoll.model.command;

import dev.plimsoll.parse.shell.tree.Dialect;
import dev.plimsoll.parse.shell.tree.Redirection;
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
    int at = operand(words);
    return hasOption(words, at, 'c') && at < words.size()
        ? text(words.get(at), dialect)
        : List.of();
  }

  /** The place of the first operand of a shell. */
  private static int operand(List<ShellWord> words) {
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
        at += word.charAt(i) == 'o' || word.charAt(i) == 'O' ? 1 : 0;
      }
    }
    return at;
  }

  private static boolean hasOption(List<ShellWord> words, int operand, char letter) {
    for (int i = 0; i < operand && i < words.size(); i++) {
      String word = words.get(i).text();
      if (word.startsWith("-") && !word.startsWith("--") && word.indexOf(letter) > 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * The dialect of a shell whose script is the only here-document that it is given, {@code bash
   * <<EOF}. A body in which the shell around it takes backslashes away is not read.
   */
  Optional<Dialect> inputOf(Command command) {
    if (command.redirections().isEmpty()) {
      return Optional.empty();
    }
    List<ShellWord> words = command.arguments();
    int at = operand(words);
    boolean reads = at >= words.size() || hasOption(words, at, 's');
    return reads && !hasOption(words, at, 'c') && isGivenScript(command.redirections())
        ? shells.dialect(command.program())
        : Optional.empty();
  }

  private static boolean isGivenScript(List<Redirection> redirections) {
    int inputs = 0;
    boolean isGiven = false;
    for (Redirection redirection : redirections) {
      String operator = redirection.operator().text();
      inputs += operator.indexOf('<') < 0 ? 0 : 1;
      boolean standard = operator.startsWith("<<") || operator.startsWith("0<<");
      isGiven |= standard && redirection.heredoc().isPresent() && isPlain(redirection);
    }
    return inputs == 1 && isGiven;
  }

  private static boolean isPlain(Redirection redirection) {
    Redirection.HereDocument heredoc = redirection.heredoc().orElseThrow();
    String body = heredoc.body().text();
    boolean unescapes = body.contains("\\$") || body.contains("\\`") || body.contains("\\\\");
    return !heredoc.expands() || !unescapes;
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
        return text(word.rest(joined), Dialect.BASH);
      }
    }
    return List.of();
  }
}
