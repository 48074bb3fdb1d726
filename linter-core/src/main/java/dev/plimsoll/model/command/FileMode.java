package dev.plimsoll.model.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file mode as chmod, {@code mkdir -m} and {@code --chmod} take it, POSIX chmod: octal digits, or
 * symbolic clauses.
 */
public sealed interface FileMode {

  /** Whether it gives every user the right to write; a sticky bit does not take it back. */
  boolean othersMayWrite();

  boolean isSticky();

  /** The same mode without that right, in the same notation; a wish for nothing else is empty. */
  Optional<FileMode> withoutOthersWrite();

  /** As it is written. */
  String text();

  /** The mode that a word spells, or none: a variable, a user name, an option. */
  static Optional<FileMode> parse(String text) {
    if (Octal.matches(text)) {
      return Optional.of(new Octal(text));
    }
    return Symbolic.parse(text);
  }

  /** Three or four digits, a leading zero more at most. */
  record Octal(String text) implements FileMode {

    static boolean matches(String text) {
      if (text.isEmpty() || text.length() > 5) {
        return false;
      }
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) < '0' || text.charAt(i) > '7') {
          return false;
        }
      }
      return true;
    }

    private int bits() {
      return Integer.parseInt(text, 8);
    }

    @Override
    public boolean othersMayWrite() {
      return (bits() & 0002) != 0;
    }

    @Override
    public boolean isSticky() {
      return (bits() & 01000) != 0;
    }

    @Override
    public Optional<FileMode> withoutOthersWrite() {
      char last = text.charAt(text.length() - 1);
      String narrowed = text.substring(0, text.length() - 1) + (char) (last & ~2);
      return Optional.of(new Octal(narrowed));
    }
  }

  /** Clauses such as {@code u+rwx,o-w}, joined by commas. */
  record Symbolic(List<Clause> clauses) implements FileMode {

    /**
     * One clause.
     *
     * @param who of {@code ugoa}, empty for all that the umask allows
     * @param actions an operator and permissions, once or several times
     */
    record Clause(String who, String actions) {

      boolean givesOthersWrite() {
        return (who.indexOf('o') >= 0 || who.indexOf('a') >= 0) && givesWrite();
      }

      private boolean givesWrite() {
        boolean adds = false;
        for (int i = 0; i < actions.length(); i++) {
          char c = actions.charAt(i);
          if (c == '+' || c == '=' || c == '-') {
            adds = c != '-';
          } else if (c == 'w' && adds) {
            return true;
          }
        }
        return false;
      }

      /** The clause for user and group alone, or without what it gave to others alone. */
      Optional<Clause> withoutOthersWrite() {
        if (!givesOthersWrite()) {
          return Optional.of(this);
        }
        String rest = who.indexOf('a') >= 0 ? "ug" : who.replace("o", "");
        return rest.isEmpty() ? Optional.empty() : Optional.of(new Clause(rest, actions));
      }
    }

    public Symbolic {
      clauses = List.copyOf(clauses);
    }

    static Optional<FileMode> parse(String text) {
      List<Clause> clauses = new ArrayList<>();
      for (String clause : text.split(",", -1)) {
        int at = skip(clause, 0, "ugoa");
        boolean ends = at == clause.length() || "+-=".indexOf(clause.charAt(at)) < 0;
        if (ends || skip(clause, at, "+-=rwxXstugo") != clause.length()) {
          return Optional.empty();
        }
        clauses.add(new Clause(clause.substring(0, at), clause.substring(at)));
      }
      return Optional.of(new Symbolic(clauses));
    }

    private static int skip(String text, int from, String allowed) {
      int at = from;
      while (at < text.length() && allowed.indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      return at;
    }

    @Override
    public boolean othersMayWrite() {
      for (Clause clause : clauses) {
        if (clause.givesOthersWrite()) {
          return true;
        }
      }
      return false;
    }

    @Override
    public boolean isSticky() {
      for (Clause clause : clauses) {
        int plus = clause.actions.indexOf('+');
        if (plus >= 0 && clause.actions.indexOf('t', plus) > 0) {
          return true;
        }
      }
      return false;
    }

    @Override
    public Optional<FileMode> withoutOthersWrite() {
      List<Clause> kept = new ArrayList<>();
      for (Clause clause : clauses) {
        clause.withoutOthersWrite().ifPresent(kept::add);
      }
      return kept.isEmpty() ? Optional.empty() : Optional.of(new Symbolic(kept));
    }

    @Override
    public String text() {
      StringBuilder text = new StringBuilder();
      for (Clause clause : clauses) {
        text.append(text.isEmpty() ? "" : ",").append(clause.who).append(clause.actions);
      }
      return text.toString();
    }
  }
}
