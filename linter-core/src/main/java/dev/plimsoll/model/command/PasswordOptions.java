package dev.plimsoll.model.command;

import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Cells;
import dev.plimsoll.text.SecretNames;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The options of a command whose values are passwords: a row of {@code password-options.tsv}. */
final class PasswordOptions {

  private static final ProgramTable<PasswordOptions> TABLE =
      new ProgramTable<>(
          PasswordOptionRows.PARTS,
          new ProgramTable.RowReader<>() {
            @Override
            public PasswordOptions read(String program, List<String> cells) {
              return new PasswordOptions(cells);
            }
          });

  private static final PasswordOptions NONE =
      new PasswordOptions(List.of("-", "-", "-", "-", "-", "-"));

  private final String letters;
  private final String joined;
  private final List<String> names;
  private final List<String> pairs;
  private final String onlyWith;

  private PasswordOptions(List<String> cells) {
    this.letters = Cells.text(cells.get(1));
    this.joined = Cells.text(cells.get(2));
    this.names = Cells.list(cells.get(3));
    this.pairs = Cells.list(cells.get(4));
    this.onlyWith = Cells.text(cells.get(5));
  }

  /** The literal values in a command's arguments. */
  static List<Slice> values(Command command) {
    List<Slice> found = new ArrayList<>(0);
    PasswordOptions options = of(command);
    List<ShellWord> words = command.arguments();
    for (int i = 0; i < words.size(); i++) {
      String text = words.get(i).text();
      if (text.length() > 1 && text.charAt(0) == '-') {
        Optional<ShellWord> next =
            i + 1 < words.size() ? Optional.of(words.get(i + 1)) : Optional.empty();
        options.add(found, words.get(i), text, next);
      }
    }
    return found;
  }

  private static PasswordOptions of(Command command) {
    PasswordOptions options = TABLE.find(command.program()).orElse(NONE);
    boolean applies = options.onlyWith.isEmpty() || hasWord(command, options.onlyWith);
    return applies ? options : NONE;
  }

  private static boolean hasWord(Command command, String wanted) {
    for (ShellWord word : command.arguments()) {
      if (word.text().equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  private void add(List<Slice> found, ShellWord word, String text, Optional<ShellWord> next) {
    int dashes = text.startsWith("--") ? 2 : 1;
    int equals = text.indexOf('=');
    String name = text.substring(dashes, equals < 0 ? text.length() : equals);
    boolean pair = pairs.contains(name);
    if (pair || names.contains(name)) {
      value(found, equals < 0 ? next : Optional.of(word), equals + 1, pair);
    } else if (equals > 0 && dashes == 2 && SecretNames.namesCredential(afterDot(name))) {
      value(found, Optional.of(word), equals + 1, false);
    } else if (dashes == 1) {
      letters(found, word, text, next);
    }
  }

  /** {@code NotebookApp.token} is a token. */
  private static String afterDot(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private void letters(List<Slice> found, ShellWord word, String text, Optional<ShellWord> next) {
    String first = text.substring(1, 2);
    String last = text.substring(text.length() - 1);
    boolean pair = pairs.contains(first);
    boolean own = letters.contains(first);
    if (text.length() > 2 && (own || pair || joined.contains(first))) {
      value(found, Optional.of(word), 2, pair);
    } else if (text.length() == 2 && (own || pair)) {
      value(found, next, 0, pair);
    } else if (pairs.contains(last) && isLetters(text)) {
      value(found, next, 0, true);
    }
  }

  private static boolean isLetters(String text) {
    for (int i = 1; i < text.length(); i++) {
      if (!Character.isLetter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Adds what a word says from an offset on; of a pair what follows the colon. */
  private static void value(List<Slice> found, Optional<ShellWord> word, int from, boolean pair) {
    if (word.isEmpty() || !word.get().isLiteral()) {
      return;
    }
    Slice whole = word.get().unquoted();
    String text = whole.text();
    int start = Math.min(from, text.length());
    int colon = text.indexOf(':', start);
    if (!pair) {
      found.add(whole.part(start, text.length()));
    } else if (colon >= 0) {
      found.add(whole.part(colon + 1, text.length()));
    }
  }
}
