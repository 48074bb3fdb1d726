package dev.plimsoll.parse.dockerfile;

import dev.plimsoll.text.Slice;

/**
 * The two notions of a blank that BuildKit has; source: {@code parser/parser.go}, and the language
 * it is written in (Unicode's White_Space property).
 */
final class Blanks {

  private Blanks() {}

  /** What is trimmed off lines, and what ends a word in ENV, LABEL, ARG and flags. */
  static boolean isSpace(char c) {
    if (c <= ' ') {
      return c == ' ' || (c >= '\t' && c <= '\r');
    }
    return c >= '\u0085'
        && (c == '\u0085'
            || c == '\u00A0'
            || c == '\u1680'
            || (c >= '\u2000' && c <= '\u200A')
            || c == '\u2028'
            || c == '\u2029'
            || c == '\u202F'
            || c == '\u205F'
            || c == '\u3000');
  }

  /** What stands between a keyword and its arguments, and between the words of most lists. */
  static boolean isSeparator(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\u000B';
  }

  /** The slice without spaces at its ends. */
  static Slice strip(Slice slice) {
    String text = slice.source().content();
    int start = slice.span().start();
    int end = slice.span().end();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    int from = slice.span().start();
    return slice.part(start - from, end - from);
  }

  /** The offset of the first character at or after {@code at} that is no space. */
  static int skipSpaces(String text, int at) {
    int i = at;
    while (i < text.length() && isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** The offset of the first character at or after {@code at} that is no separator. */
  static int skipSeparators(String text, int at) {
    int i = at;
    while (i < text.length() && isSeparator(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** The offset of the first separator at or after {@code at}, or the end. */
  static int toSeparator(String text, int at) {
    int i = at;
    while (i < text.length() && !isSeparator(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
