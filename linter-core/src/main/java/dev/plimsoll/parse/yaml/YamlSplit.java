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
    int root = rootLineUpTo(content, middle);
    int child = root < 0 ? -1 : firstChild(content, root); // nothing stands above that
    int column = child < 0 ? 0 : child - lineOf(content, child);
    int limit = middle + content.length() / 6;
    for (int line = lineAfter(content, middle); line < limit; line = lineAfter(content, line)) {
      int at = endOfBlanks(content, line);
      boolean isRoot = at == line;
      boolean isChild = at - line == column && line > child;
      if ((isRoot || isChild) && KeyLines.isKey(content, at)) {
        return Optional.of(new YamlSplit(line, at - line));
      }
    }
    return Optional.empty();
  }

  /** The last line up to an offset's that is not indented, nor empty or a comment; or -1. */
  private static int rootLineUpTo(String content, int offset) {
    int line = lineOf(content, offset);
    while (line < content.length() && " \t\r\n#".indexOf(content.charAt(line)) >= 0) {
      if (line == 0) {
        return -1;
      }
      line = lineOf(content, line - 1);
    }
    return line < content.length() ? line : -1;
  }

  /** Where the first key stands in what a key alone on its line begins; or -1. */
  private static int firstChild(String content, int root) {
    int line = lineAfter(content, root);
    String key = content.substring(root, line).stripTrailing();
    if (!key.endsWith(":") || !KeyLines.isKey(content, root)) {
      return -1;
    }
    while (line < content.length()) {
      int at = endOfBlanks(content, line);
      if (at < content.length() && "\r\n#".indexOf(content.charAt(at)) < 0) {
        return at > line && KeyLines.isKey(content, at) ? at : -1;
      }
      line = lineAfter(content, line);
    }
    return -1;
  }

  private static int lineOf(String content, int offset) {
    return content.lastIndexOf('\n', offset - 1) + 1;
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
