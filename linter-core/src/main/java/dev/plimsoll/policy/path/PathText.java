package dev.plimsoll.policy.path;

/** The text of a path and how far it is read. */
final class PathText {

  /** RFC 9535, section 2.1: the integers that a double holds exactly. */
  private static final long LARGEST = 9_007_199_254_740_991L;

  private final String text;
  private int at;

  PathText(String text) {
    this.text = text;
  }

  int at() {
    return at;
  }

  void back(int to) {
    at = to;
  }

  boolean atEnd() {
    return at == text.length();
  }

  /** The next character; a zero at the end, which no path holds. */
  char peek() {
    return atEnd() ? 0 : text.charAt(at);
  }

  char next() {
    return text.charAt(at++);
  }

  boolean startsWith(String sign) {
    return text.startsWith(sign, at);
  }

  boolean accept(String sign) {
    boolean is = startsWith(sign);
    at += is ? sign.length() : 0;
    return is;
  }

  void expect(String sign, String where) throws PathSyntaxException {
    if (!accept(sign)) {
      throw error("\"" + sign + "\" is missing " + where);
    }
  }

  /** Goes past blanks; says whether there were any. */
  boolean skipBlanks() {
    int from = at;
    while (!atEnd() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at > from;
  }

  PathSyntaxException error(String message) {
    return new PathSyntaxException(Math.min(at, text.length()), message);
  }

  PathSyntaxException error(int offset, String message) {
    return new PathSyntaxException(offset, message);
  }

  boolean atDigit() {
    return peek() >= '0' && peek() <= '9';
  }

  /** A name as it may stand behind a point; empty where none begins. */
  String name() {
    int from = at;
    while (!atEnd() && isNameCharacter(text.codePointAt(at), at == from)) {
      at += Character.charCount(text.codePointAt(at));
    }
    return text.substring(from, at);
  }

  private static boolean isNameCharacter(int c, boolean first) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || (c >= '0' && c <= '9' && !first)
        || (c >= 0x80 && (c < 0xD800 || c > 0xDFFF));
  }

  /** The name of a function; empty where none is called. */
  String functionName() {
    int end = at;
    while (end < text.length() && isFunctionCharacter(text.charAt(end), end == at)) {
      end++;
    }
    if (end == at || end == text.length() || text.charAt(end) != '(') {
      return "";
    }
    String name = text.substring(at, end);
    at = end + 1;
    return name;
  }

  private static boolean isFunctionCharacter(char c, boolean first) {
    return (c >= 'a' && c <= 'z') || (!first && (c == '_' || (c >= '0' && c <= '9')));
  }

  long integer() throws PathSyntaxException {
    int from = at;
    at += peek() == '-' ? 1 : 0;
    int digits = at;
    while (atDigit()) {
      at++;
    }
    String read = text.substring(from, at);
    if (digits == at) {
      throw error(from, "a number is missing");
    }
    if ((text.charAt(digits) == '0' && at > digits + 1) || read.equals("-0")) {
      throw error(from, "a number must not begin with a needless zero");
    }
    long value = read.length() > 17 ? Long.MAX_VALUE : Long.parseLong(read);
    if (Math.abs(value) > LARGEST) {
      throw error(from, "the number is too large");
    }
    return value;
  }

  double number() throws PathSyntaxException {
    int from = at;
    at += peek() == '-' ? 1 : 0;
    int whole = at;
    digits();
    if (text.charAt(whole) == '0' && at > whole + 1) {
      throw error(from, "a number must not begin with a needless zero");
    }
    if (accept(".")) {
      digits();
    }
    if (accept("e") || accept("E")) {
      at += peek() == '-' || peek() == '+' ? 1 : 0;
      digits();
    }
    return Double.parseDouble(text.substring(from, at));
  }

  private void digits() throws PathSyntaxException {
    if (!atDigit()) {
      throw error("a digit is missing");
    }
    while (atDigit()) {
      at++;
    }
  }

  /** A quoted text, from its first quote on. */
  String quoted() throws PathSyntaxException {
    int from = at;
    char quote = next();
    StringBuilder read = new StringBuilder();
    while (!atEnd()) {
      char c = next();
      if (c == quote) {
        return read.toString();
      }
      if (c < ' ') {
        throw error(at - 1, "a control character must be written as an escape");
      }
      if (c == '\\') {
        read.append(escape(quote));
      } else {
        if (Character.isSurrogate(c) && !isPair(at - 1)) {
          throw error(at - 1, "half a character");
        }
        read.append(c);
      }
    }
    throw error(from, "the quote is not closed");
  }

  private boolean isPair(int index) {
    char c = text.charAt(index);
    return Character.isHighSurrogate(c)
        ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
        : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
  }

  private String escape(char quote) throws PathSyntaxException {
    char c = atEnd() ? 0 : next();
    return switch (c) {
      case 'b' -> "\b";
      case 'f' -> "\f";
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      case '/', '\\' -> String.valueOf(c);
      case 'u' -> unicode();
      default -> {
        if (c != quote) {
          throw error(Math.max(0, at - 2), "there is no such escape");
        }
        yield String.valueOf(c);
      }
    };
  }

  private String unicode() throws PathSyntaxException {
    char first = hex();
    if (!Character.isSurrogate(first)) {
      return String.valueOf(first);
    }
    if (Character.isLowSurrogate(first) || !accept("\\u")) {
      throw error("half a character");
    }
    char second = hex();
    if (!Character.isLowSurrogate(second)) {
      throw error("half a character");
    }
    return new String(new char[] {first, second});
  }

  private char hex() throws PathSyntaxException {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = atEnd() || peek() >= 0x80 ? -1 : Character.digit(peek(), 16);
      if (digit < 0) {
        throw error("four hexadecimal digits must follow \"\\u\"");
      }
      value = value * 16 + digit;
      at++;
    }
    return (char) value;
  }
}
