package dev.plimsoll.model.dockerfile;

import java.util.Optional;

/**
 * A pattern of {@code ${name#pattern}} and its kin: a star stands for any characters of a line, a
 * question mark for one. There are no brackets. Source: BuildKit, {@code shell/lex.go}, function
 * convertShellPatternToRegex.
 */
final class BuilderPattern {

  private enum Kind {
    LITERAL,
    ONE,
    MANY
  }

  private final Kind[] kinds;
  private final char[] literals;
  private int size;

  private BuilderPattern(int capacity) {
    this.kinds = new Kind[capacity];
    this.literals = new char[capacity];
  }

  /** The pattern, or none where an escape in it stands before a character that needs none. */
  static Optional<BuilderPattern> parse(String text) {
    BuilderPattern pattern = new BuilderPattern(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '*') {
        pattern.add(Kind.MANY, c);
      } else if (c == '?') {
        pattern.add(Kind.ONE, c);
      } else if (c != '\\') {
        pattern.add(Kind.LITERAL, c);
      } else if (i + 1 == text.length() || "*?\\}/".indexOf(text.charAt(i + 1)) < 0) {
        return Optional.empty();
      } else {
        i++;
        pattern.add(Kind.LITERAL, text.charAt(i));
      }
    }
    return Optional.of(pattern);
  }

  private void add(Kind kind, char literal) {
    kinds[size] = kind;
    literals[size] = literal;
    size++;
  }

  /** The same pattern for the same text read from its end. */
  BuilderPattern reversed() {
    BuilderPattern reversed = new BuilderPattern(size);
    for (int i = size - 1; i >= 0; i--) {
      reversed.add(kinds[i], literals[i]);
    }
    return reversed;
  }

  /** How much work {@link #end} may do from one start. */
  long cost(String text) {
    return (long) (size + 1) * (text.length() + 1);
  }

  /** Where the shortest match that begins at {@code start} ends, or -1. */
  int shortestEnd(String text, int start) {
    return end(text, start, true);
  }

  /** Where the longest match that begins at {@code start} ends, or -1. */
  int longestEnd(String text, int start) {
    return end(text, start, false);
  }

  private int end(String text, int start, boolean first) {
    boolean[] states = new boolean[size + 1];
    states[0] = true;
    skipStars(states);
    int end = -1;
    for (int at = start; ; at++) {
      if (states[size]) {
        end = at;
        if (first) {
          return end;
        }
      }
      if (at == text.length() || !step(states, text.charAt(at))) {
        return end;
      }
    }
  }

  /** A star may stand for nothing. */
  private void skipStars(boolean[] states) {
    for (int i = 0; i < size; i++) {
      if (states[i] && kinds[i] == Kind.MANY) {
        states[i + 1] = true;
      }
    }
  }

  /** Takes one character; false if no match can go on. */
  private boolean step(boolean[] states, char c) {
    boolean alive = false;
    for (int i = size; i >= 0; i--) {
      boolean stays = i < size && states[i] && kinds[i] == Kind.MANY && c != '\n';
      boolean comes = i > 0 && states[i - 1] && takes(i - 1, c);
      states[i] = stays || comes;
      alive |= states[i];
    }
    skipStars(states);
    return alive;
  }

  private boolean takes(int i, char c) {
    return kinds[i] == Kind.LITERAL ? literals[i] == c : kinds[i] == Kind.ONE && c != '\n';
  }
}
