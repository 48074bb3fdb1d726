package dev.plimsoll.parse.small;

/** What counts as blank in files that programs written in Go read. */
final class GoBlanks {

  private GoBlanks() {}

  /** Go's {@code unicode.IsSpace}. */
  static boolean isSpace(int c) {
    return c == '\n' || isBlank(c) || (c > 0xff && isSeparator(Character.getType(c)));
  }

  /** Its Latin-1 part, without the end of a line. */
  static boolean isBlank(int c) {
    return c == '\t'
        || c == '\u000b'
        || c == '\f'
        || c == '\r'
        || c == ' '
        || c == 0x85
        || c == 0xa0;
  }

  private static boolean isSeparator(int type) {
    return type == Character.SPACE_SEPARATOR
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
