package dev.plimsoll.parse.small;

/**
 * An escape of C in a word of a unit: systemd.syntax(7), Quoting.
 *
 * @param length of the escape as written; 0 where it is none
 * @param isExact whether what it stands for is a character, and one that nothing is made of later
 */
record UnitEscape(int length, String meaning, boolean isExact) {

  private static final UnitEscape NONE = new UnitEscape(0, "", true);

  /** The escape at a backslash. */
  static UnitEscape at(String text, int backslash, int end) {
    char c = backslash + 1 < end ? text.charAt(backslash + 1) : ' ';
    int plain = "abfnrtvs\\\"'".indexOf(c);
    if (plain >= 0) {
      String meaning = String.valueOf("\u0007\b\f\n\r\t\u000B \\\"'".charAt(plain));
      return new UnitEscape(2, meaning, true);
    }
    return switch (c) {
      case 'x' -> number(text, backslash + 2, 2, 16, end);
      case 'u' -> number(text, backslash + 2, 4, 16, end);
      case 'U' -> number(text, backslash + 2, 8, 16, end);
      default -> number(text, backslash + 1, 3, 8, end);
    };
  }

  private static UnitEscape number(String text, int from, int digits, int radix, int end) {
    long value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = i < end && text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), radix) : -1;
      if (digit < 0) {
        return NONE;
      }
      value = value * radix + digit;
    }
    boolean unicode = digits == 4 || digits == 8;
    if (value == 0 || value > (unicode ? Character.MAX_CODE_POINT : 0xFF)) {
      return NONE;
    }
    boolean byteAlone = !unicode && value >= 0x80;
    boolean surrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
    int length = digits + (radix == 8 ? 1 : 2);
    boolean isExact = !byteAlone && !surrogate && value != '%' && value != '$';
    return new UnitEscape(length, Character.toString((int) value), isExact);
  }
}
