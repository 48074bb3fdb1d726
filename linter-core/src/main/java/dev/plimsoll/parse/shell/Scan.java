package dev.plimsoll.parse.shell;

/** Looks ahead where a choice needs more than one token. Offsets are those of the script. */
final class Scan {

  private final String text;
  private boolean unclosed;

  Scan(String text) {
    this.text = text;
  }

  /** Whether no word goes on at an offset. */
  boolean isDelimiter(int at) {
    return at >= text.length() || " \t\r\n;|&<>()".indexOf(text.charAt(at)) >= 0;
  }

  /** The first offset after blanks and line continuations. */
  int afterBlanks(int from) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\' && text.startsWith("\n", at + 1)) {
        at += 2;
      } else if (c == ' ' || c == '\t' || c == '\r') {
        at++;
      } else {
        break;
      }
    }
    return at;
  }

  /** Whether {@code ((} before an offset opens arithmetic: its parentheses close together. */
  boolean opensArithmetic(int from) {
    return text.startsWith("))", closingParenthesis(from));
  }

  /**
   * The offset of the parenthesis that closes one before {@code from}, or the text's length. After
   * one that is never closed none is looked for, so that the work stays linear.
   */
  int closingParenthesis(int from) {
    if (unclosed) {
      return text.length();
    }
    int depth = 0;
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '(') {
        depth++;
      } else if (c == ')' && depth-- == 0) {
        return at;
      }
      at = afterQuoted(at);
    }
    unclosed = true;
    return text.length();
  }

  /** The end of the delimiter of a here-document, which expands nothing. */
  int endOfDelimiter(int from) {
    int at = from;
    while (!isDelimiter(at)) {
      at = afterQuoted(at);
    }
    return at;
  }

  /** The end of a regular expression after bash's {@code =~}: a blank outside of parentheses. */
  int endOfRegex(int from) {
    int depth = 0;
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean blank = c == ' ' || c == '\t' || c == '\n';
      if (depth == 0 && (blank || c == ')')) {
        break;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      at = afterQuoted(at);
    }
    return at;
  }

  /** The offset after the character at one, or after the quotes that open there. */
  private int afterQuoted(int at) {
    char c = text.charAt(at);
    if (c == '\\') {
      return Math.min(text.length(), at + 2);
    }
    if (c != '\'' && c != '"' && c != '`') {
      return at + 1;
    }
    int close = at + 1;
    while (close < text.length() && text.charAt(close) != c) {
      close += c != '\'' && text.charAt(close) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), close + 1);
  }

  /** Whether an equals sign is the last before an offset that is no blank. */
  boolean followsEqualsSign(int offset) {
    int before = offset;
    while (before > 0 && " \t\r\n".indexOf(text.charAt(before - 1)) >= 0) {
      before--;
    }
    return before > 0 && text.charAt(before - 1) == '=';
  }
}
