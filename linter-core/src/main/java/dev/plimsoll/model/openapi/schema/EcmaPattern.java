package dev.plimsoll.model.openapi.schema;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of the kind that schemas have (ECMA-262), where Java reads it alike. The
 * time that it takes is bounded.
 */
final class EcmaPattern {

  private static final int LONGEST_PATTERN = 500;
  private static final int LONGEST_TEXT = 300;
  private static final int MOST_READS = 20_000;

  /** What means the same to both behind a backslash. */
  private static final String ESCAPES = "dDwWtnrfbB";

  private final Pattern pattern;

  private EcmaPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /** The pattern; nothing where it is none, or may be read otherwise. */
  static Optional<EcmaPattern> of(String source) {
    Optional<String> java =
        source.length() > LONGEST_PATTERN ? Optional.empty() : translate(source);
    try {
      return java.isEmpty()
          ? Optional.empty()
          : Optional.of(new EcmaPattern(Pattern.compile(java.get())));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  /** Whether it is found anywhere in a text. */
  Outcome find(String text) {
    if (text.length() > LONGEST_TEXT || !isAscii(text)) {
      return Outcome.UNKNOWN;
    }
    try {
      return Outcome.of(pattern.matcher(new Counted(text)).find());
    } catch (TooManyReads e) {
      return Outcome.UNKNOWN;
    }
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x7F || text.charAt(i) < ' ') {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> translate(String source) {
    StringBuilder java = new StringBuilder();
    boolean isInClass = false;
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      char next = i + 1 < source.length() ? source.charAt(i + 1) : 0;
      if (c == '\\') {
        int end = escapeEnd(source, i);
        if (end < 0) {
          return Optional.empty();
        }
        java.append(source, i, end);
        i = end - 1;
        continue;
      }
      boolean isOther =
          isInClass
              ? c == '[' || (c == '&' && next == '&')
              : (c == '(' && next == '?' && !isPlainGroup(source, i))
                  || (c == '[' && next == ']')
                  || (c == '[' && source.startsWith("[^]", i))
                  || (isQuantifier(c) && next == '+');
      if (isOther) {
        return Optional.empty();
      }
      isInClass = isInClass ? c != ']' : c == '[';
      java.append(!isInClass && c == '$' ? "\\z" : String.valueOf(c));
    }
    return Optional.of(java.toString());
  }

  private static boolean isQuantifier(char c) {
    return c == '*' || c == '+' || c == '?' || c == '}';
  }

  private static boolean isPlainGroup(String source, int at) {
    char kind = at + 2 < source.length() ? source.charAt(at + 2) : 0;
    return kind == ':' || kind == '=' || kind == '!';
  }

  /** Where an escape ends; -1 for one that Java may read otherwise. */
  private static int escapeEnd(String source, int at) {
    if (at + 1 == source.length()) {
      return -1;
    }
    char kind = source.charAt(at + 1);
    if (kind == 's' || kind == 'S' || ESCAPES.indexOf(kind) >= 0) {
      return at + 2;
    }
    int digits = kind == 'u' ? 4 : kind == 'x' ? 2 : 0;
    for (int i = at + 2; i < at + 2 + digits; i++) {
      if (i >= source.length() || Character.digit(source.charAt(i), 16) < 0) {
        return -1;
      }
    }
    boolean isSign = kind < 0x80 && !Character.isLetterOrDigit(kind);
    return digits > 0 || isSign ? at + 2 + digits : -1;
  }

  /** Thrown by a text that has been read too often. */
  private static final class TooManyReads extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyReads() {
      super("a pattern backtracks", null, false, false);
    }
  }

  /** A text that ends a search which goes back too often. */
  private static final class Counted implements CharSequence {

    private final String text;
    private int reads;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      reads++;
      if (reads > MOST_READS) {
        throw new TooManyReads();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
