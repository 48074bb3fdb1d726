package dev.plimsoll.policy.path;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression that gives up where it takes too long. */
public final class TextPattern {

  /** Looks at characters in one search: a second of time. */
  private static final int MAX_STEPS = 20_000_000;

  private final Pattern pattern;

  private TextPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /** Compiles an expression of Java. */
  public static TextPattern of(String expression) throws PathSyntaxException {
    try {
      return new TextPattern(Pattern.compile(expression));
    } catch (PatternSyntaxException e) {
      String[] lines = String.valueOf(e.getDescription()).split("\n", -1);
      throw new PathSyntaxException(
          Math.max(0, e.getIndex()), lines[0].toLowerCase(java.util.Locale.ROOT));
    }
  }

  /** Compiles an expression of RFC 9485; nothing where it is none. */
  static Optional<TextPattern> portable(String expression) {
    StringBuilder java = new StringBuilder();
    boolean inClass = false;
    for (int i = 0; i < expression.length(); i++) {
      char c = expression.charAt(i);
      if (c == '\\' && i + 1 < expression.length()) {
        i++;
        java.append(c).append(expression.charAt(i));
      } else if (c == '.' && !inClass) {
        java.append("[^\\n\\r]");
      } else {
        inClass = c == '[' || (inClass && c != ']');
        java.append(c);
      }
    }
    try {
      return Optional.of(new TextPattern(Pattern.compile(java.toString())));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  /** Whether it matches the whole text. */
  public boolean matches(String text) {
    try {
      return pattern.matcher(new Counted(text)).matches();
    } catch (StackOverflowError e) {
      throw PolicyLimitExceeded.ofPattern();
    }
  }

  /** Whether it matches some part of the text. */
  public boolean isIn(String text) {
    try {
      return pattern.matcher(new Counted(text)).find();
    } catch (StackOverflowError e) {
      throw PolicyLimitExceeded.ofPattern();
    }
  }

  /** As it was written. */
  @Override
  public String toString() {
    return pattern.pattern();
  }

  /** A text that counts how often it is looked at. */
  private static final class Counted implements CharSequence {
    private final String text;
    private int steps;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      steps++;
      if (steps > MAX_STEPS) {
        throw PolicyLimitExceeded.ofPattern();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return text.substring(from, to);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
