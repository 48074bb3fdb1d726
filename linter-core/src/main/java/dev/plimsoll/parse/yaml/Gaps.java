package dev.plimsoll.parse.yaml;

/** Steps over what stands between nodes. */
final class Gaps {

  private final String content;

  Gaps(String content) {
    this.content = content;
  }

  /** The end of the line if but blanks and a comment are left of it. */
  int behindComment(int from) {
    int first = from;
    int end = endOfLine(from, content.length());
    while (first < end && isBlank(content.charAt(first))) {
      first++;
    }
    boolean comment = first > from && first < end && content.charAt(first) == '#';
    return comment ? end : from;
  }

  /** The first offset after tags, anchors, and the blanks and comments behind them. */
  int afterProperties(int from, int end) {
    int at = from;
    while (at < end) {
      char c = content.charAt(at);
      if (c == '!' || c == '&') {
        at = endOfWord(at, end);
      } else if (c == '#') {
        at = endOfLine(at, end);
      } else if (isBlank(c)) {
        at++;
      } else {
        return at;
      }
    }
    return end;
  }

  private int endOfWord(int from, int end) {
    int at = from;
    while (at < end && !isBlank(content.charAt(at))) {
      at++;
    }
    return at;
  }

  private int endOfLine(int from, int end) {
    int newline = content.indexOf('\n', from);
    return newline < 0 ? end : Math.min(newline, end);
  }

  /** The end of a block scalar's last line that is not blank. */
  int withoutBlankLines(int start, int end) {
    int last = end;
    for (int at = end; at > start && isBlank(content.charAt(at - 1)); at--) {
      char c = content.charAt(at - 1);
      if (c == '\n' || c == '\r') {
        last = at - 1;
      }
    }
    return last;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
