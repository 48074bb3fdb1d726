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

  /** Whether a program of this mode runs as its owner. */
  boolean setsUserId();

  /** Whether a program of this mode runs with its group; on a folder, new files get its group. */
  boolean setsGroupId();

  /**
   * The same mode without those two bits, in the same notation; empty where it sets nothing else.
   */
  Optional<FileMode> withoutSetId();

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

    @Override
    public boolean setsUserId() {
      return (bits() & 04000) != 0;
    }

    @Override
    public boolean setsGroupId() {
      return (bits() & 02000) != 0;
    }

    @Override
    public Optional<FileMode> withoutSetId() {
      String permissions = text.substring(Math.max(0, text.length() - 3));
      boolean zero = text.length() > 3 && text.charAt(0) == '0';
      return Optional.of(new Octal((zero ? "0" : "") + (isSticky() ? "1" : "") + permissions));
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

      private boolean isForOthers() {
        return who.indexOf('o') >= 0 || who.indexOf('a') >= 0;
      }

      /** Whether a permission is there after this clause, if it was or was not before. */
      private boolean leaves(char permission, boolean before) {
        boolean there = before;
        char operator = '+';
        for (int i = 0; i < actions.length(); i++) {
          char c = actions.charAt(i);
          if (isOperator(c)) {
            operator = c;
            there &= c != '=';
          } else if (c == permission) {
            there = operator != '-';
          }
        }
        return there;
      }

      boolean othersMayWrite(boolean before) {
        return isForOthers() ? leaves('w', before) : before;
      }

      boolean setsId(char of, boolean before) {
        boolean concerned = who.isEmpty() || who.indexOf('a') >= 0 || who.indexOf(of) >= 0;
        return concerned ? leaves('s', before) : before;
      }

      /** The same for user and group, and for others without the right to write. */
      List<Clause> withoutOthersWrite() {
        if (!othersMayWrite(false)) {
          return List.of(this);
        }
        List<Clause> parts = new ArrayList<>();
        String rest = who.indexOf('a') >= 0 ? "ug" : who.replace("o", "");
        if (!rest.isEmpty()) {
          parts.add(new Clause(rest, actions));
        }
        String narrowed = without("ws");
        if (!narrowed.isEmpty()) {
          parts.add(new Clause("o", narrowed));
        }
        return parts;
      }

      /**
       * The actions, none of which adds one of some permissions; a plus sign goes with the last.
       */
      String without(String permissions) {
        StringBuilder kept = new StringBuilder();
        int at = 0;
        while (at < actions.length()) {
          char operator = actions.charAt(at++);
          int start = kept.length();
          kept.append(operator);
          while (at < actions.length() && !isOperator(actions.charAt(at))) {
            char c = actions.charAt(at++);
            if (operator == '-' || permissions.indexOf(c) < 0) {
              kept.append(c);
            }
          }
          if (operator == '+' && kept.length() == start + 1) {
            kept.setLength(start);
          }
        }
        return kept.toString();
      }

      private static boolean isOperator(char c) {
        return c == '+' || c == '-' || c == '=';
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
      boolean may = false;
      for (Clause clause : clauses) {
        may = clause.othersMayWrite(may);
      }
      return may;
    }

    @Override
    public boolean setsUserId() {
      return setsId('u');
    }

    @Override
    public boolean setsGroupId() {
      return setsId('g');
    }

    private boolean setsId(char of) {
      boolean sets = false;
      for (Clause clause : clauses) {
        sets = clause.setsId(of, sets);
      }
      return sets;
    }

    @Override
    public Optional<FileMode> withoutSetId() {
      List<Clause> kept = new ArrayList<>();
      for (Clause clause : clauses) {
        String actions = clause.without("s");
        if (!actions.isEmpty()) {
          kept.add(new Clause(clause.who, actions));
        }
      }
      return kept.isEmpty() ? Optional.empty() : Optional.of(new Symbolic(kept));
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
        kept.addAll(clause.withoutOthersWrite());
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
