package dev.plimsoll.parse.yaml;

import java.util.Optional;

/**
 * A line near the middle of a text at which it may be parted: it begins with a key of the root, or
 * with one of a mapping that is the value of such a key.
 *
 * @param offset where the line begins
 * @param column how far the key is indented; 0 for one of the root
 */
record YamlSplit(int offset, int column) {

  /** Whether it is before a key of a mapping in the root. */
  boolean isInside() {
    return column > 0;
  }

  /** The first such line behind the middle; nothing where none comes in the next sixth. */
  static Optional<YamlSplit> of(String content) {
    int middle = content.length() / 2;
    int root = rootLineBefore(content, middle);
    int column = root < 0 ? 0 : childColumn(content, root);
    int limit = middle + content.length() / 6;
    for (int line = lineAfter(content, middle); line < limit; line = lineAfter(content, line)) {
      int at = endOfBlanks(content, line);
      boolean isRoot = at == line;
      if ((isRoot || at - line == column) && KeyLines.isKey(content, at)) {
        return Optional.of(new YamlSplit(line, at - line));
      }
    }
    return Optional.empty();
  }

  /** The last line before an offset that is not indented, nor empty or a comment; or -1. */
  private static int rootLineBefore(String content, int offset) {
    int line = content.lastIndexOf('\n', offset) + 1;
    while (line > 0) {
      line = content.lastIndexOf('\n', line - 2) + 1;
      if (" \t\r\n#".indexOf(content.charAt(line)) < 0) {
        return line;
      }
    }
    return -1;
  }

  /** How far the first key is indented in what a key alone on its line begins; 0 where none is. */
  private static int childColumn(String content, int root) {
    int end = lineAfter(content, root) - 1;
    String key = content.substring(root, Math.max(root, end)).stripTrailing();
    if (!key.endsWith(":") || !KeyLines.isKey(content, root)) {
      return 0;
    }
    int line = end + 1;
    while (line < content.length()) {
      int at = endOfBlanks(content, line);
      if (at < content.length() && "\r\n#".indexOf(content.charAt(at)) < 0) {
        return KeyLines.isKey(content, at) ? at - line : 0;
      }
      line = lineAfter(content, line);
    }
    return 0;
  }

  private static int endOfBlanks(String content, int line) {
    int at = line;
    while (at < content.length() && content.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  private static int lineAfter(String content, int offset) {
    int newline = content.indexOf('\n', offset);
    return newline < 0 ? content.length() : newline + 1;
  }
}
