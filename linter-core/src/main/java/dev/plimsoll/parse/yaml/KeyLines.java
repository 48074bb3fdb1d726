package dev.plimsoll.parse.yaml;

/** Finds lines that begin with a key without reading what stands before them. */
final class KeyLines {

  private KeyLines() {}

  /**
   * The next line behind an offset's own at which reading can begin anew: with a key in a column,
   * or with a mark between documents.
   *
   * @param column none but marks if negative
   * @return the start of the line, or the end of the text
   */
  static int next(String content, int offset, int column) {
    int line = lineAfter(content, offset);
    while (line < content.length()) {
      if (isMark(content, line) || (column >= 0 && beginsAt(content, line, column))) {
        return line;
      }
      line = lineAfter(content, line);
    }
    return content.length();
  }

  static boolean isMark(String content, int line) {
    return (content.startsWith("---", line) || content.startsWith("...", line))
        && (line + 3 == content.length() || content.charAt(line + 3) <= ' ');
  }

  private static boolean beginsAt(String content, int line, int column) {
    for (int at = line; at < line + column; at++) {
      if (at >= content.length() || content.charAt(at) != ' ') {
        return false;
      }
    }
    return isKey(content, line + column);
  }

  /** Whether a plain or quoted key and its colon stand at an offset. */
  static boolean isKey(String content, int at) {
    if (at >= content.length()) {
      return false;
    }
    char c = content.charAt(at);
    if (c == '"' || c == '\'') {
      int end = endOfQuoted(content, at);
      while (end < content.length()
          && (content.charAt(end) == ' ' || content.charAt(end) == '\t')) {
        end++;
      }
      return isColon(content, end);
    }
    if (c <= ' ' || ("-?:,[]{}#&*!|>%@`".indexOf(c) >= 0 && !isPlainStart(content, at))) {
      return false;
    }
    for (int i = at; i < content.length() && content.charAt(i) != '\n'; i++) {
      if (isColon(content, i)) {
        return true;
      }
      if (content.charAt(i) == '#' && content.charAt(i - 1) <= ' ') {
        return false;
      }
    }
    return false;
  }

  private static boolean isPlainStart(String content, int at) {
    return "-?:".indexOf(content.charAt(at)) >= 0
        && at + 1 < content.length()
        && content.charAt(at + 1) > ' ';
  }

  private static boolean isColon(String content, int at) {
    return at < content.length()
        && content.charAt(at) == ':'
        && (at + 1 == content.length() || content.charAt(at + 1) <= ' ');
  }

  private static int endOfQuoted(String content, int start) {
    char quote = content.charAt(start);
    for (int at = start + 1; at < content.length() && content.charAt(at) != '\n'; at++) {
      char c = content.charAt(at);
      if (c == '\\' && quote == '"') {
        at++;
      } else if (c == quote) {
        if (quote == '"' || !content.startsWith("''", at)) {
          return at + 1;
        }
        at++;
      }
    }
    return content.length();
  }

  private static int lineAfter(String content, int offset) {
    int newline = content.indexOf('\n', offset);
    return newline < 0 ? content.length() : newline + 1;
  }
}
