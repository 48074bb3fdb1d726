package dev.plimsoll.report;

/**
 * Characters that a screen would obey instead of showing: controls, direction overrides, invisible
 * ones. A linted file may be hostile; none of its escapes reaches a terminal.
 */
final class Visible {

  private Visible() {}

  /** The text on one line, harmless characters as they are, the others as escapes. */
  static String line(String text) {
    int i = 0;
    while (i < text.length() && isPlain(text.charAt(i))) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, i);
    while (i < text.length()) {
      int character = text.codePointAt(i);
      if (isHarmless(character)) {
        shown.appendCodePoint(character);
      } else {
        shown.append(escape(character));
      }
      i += Character.charCount(character);
    }
    return shown.toString();
  }

  private static boolean isPlain(char character) {
    return character >= ' ' && character < 0x7f;
  }

  /** Whether a screen shows it, and shows it where it stands. */
  static boolean isHarmless(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> isJoiner(character);
      default -> true;
    };
  }

  /** Parts of emoji and of words in some scripts. */
  static boolean isJoiner(int character) {
    return character == 0x200c || character == 0x200d;
  }

  static String escape(int character) {
    return switch (character) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> escapeByNumber(character);
    };
  }

  private static String escapeByNumber(int character) {
    String digits = Integer.toHexString(character);
    return digits.length() > 4
        ? "\\u{" + digits + "}"
        : "\\u" + "0000".substring(digits.length()) + digits;
  }
}
