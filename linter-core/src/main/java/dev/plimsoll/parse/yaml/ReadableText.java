package dev.plimsoll.parse.yaml;

import dev.plimsoll.parse.yaml.tree.YamlNode.Style;

/**
 * The characters that the library is given, as many as the file has: without those that YAML
 * forbids, on which it would give up before the first key, and without the tabs that it refuses
 * although they indent nothing.
 */
final class ReadableText {

  private static final char FORBIDDEN = '\uFFFD';

  private final String original;
  private final String readable;
  private final boolean tabs;

  private ReadableText(String original, String readable, boolean tabs) {
    this.original = original;
    this.readable = readable;
    this.tabs = tabs;
  }

  static ReadableText of(String original) {
    char[] readable = original.toCharArray();
    boolean changed = false;
    for (int i = 0; i < readable.length; i++) {
      if (isForbidden(original, i)) {
        readable[i] = FORBIDDEN;
        changed = true;
      }
    }
    boolean tabs = false;
    int tab = original.indexOf('\t');
    while (tab >= 0) {
      int start = original.lastIndexOf('\n', tab) + 1;
      int end = endOfLine(original, tab);
      tabs |= blankOut(readable, start, end);
      tab = original.indexOf('\t', end);
    }
    String text = changed || tabs ? new String(readable) : original;
    return new ReadableText(original, text, tabs);
  }

  @Override
  public String toString() {
    return readable;
  }

  /** Whether YAML allows a character nowhere. */
  static boolean isForbidden(String text, int at) {
    char c = text.charAt(at);
    if ((c >= ' ' && c < 0x7F) || c == '\n' || c == '\t' || c == '\r') {
      return false;
    }
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }
    return (c < 0xA0 && c != 0x85) || c >= 0xFFFE;
  }

  /** In a line without content: blanks and a comment at most, or behind a block scalar's sign. */
  private static boolean blankOut(char[] line, int start, int end) {
    int first = start;
    while (first < end && isBlank(line[first])) {
      first++;
    }
    if (first == end || line[first] == '#') {
      return replace(line, start, first);
    }
    int last = end;
    while (last > first && isBlank(line[last - 1])) {
      last--;
    }
    int sign = last;
    while (sign > first && "+-123456789".indexOf(line[sign - 1]) >= 0) {
      sign--;
    }
    boolean header =
        sign - 1 > first
            && (line[sign - 1] == '|' || line[sign - 1] == '>')
            && isBlank(line[sign - 2]);
    return header && replace(line, last, end);
  }

  private static boolean replace(char[] line, int from, int to) {
    boolean replaced = false;
    for (int i = from; i < to; i++) {
      if (line[i] == '\t') {
        line[i] = ' ';
        replaced = true;
      }
    }
    return replaced;
  }

  /** What a scalar says: with the tabs that were content after all. */
  String value(String read, Style style, int start, int end) {
    if (!tabs
        || style != Style.LITERAL
        || readable.regionMatches(start, original, start, end - start)) {
      return read;
    }
    StringBuilder value = new StringBuilder(read.length());
    int line = endOfLine(original, start) + 1;
    int at = 0;
    while (at < read.length()) {
      int newline = read.indexOf('\n', at);
      int to = newline < 0 ? read.length() : newline;
      int lineEnd = withoutReturn(line);
      int from = lineEnd - (to - at);
      boolean same = line <= from && readable.startsWith(read.substring(at, to), from);
      value.append(same ? original.substring(from, lineEnd) : read.substring(at, to));
      if (newline >= 0) {
        value.append('\n');
      }
      at = to + 1;
      line = endOfLine(original, Math.min(line, original.length())) + 1;
    }
    return value.toString();
  }

  private int withoutReturn(int line) {
    int end = endOfLine(original, Math.min(line, original.length()));
    return end > 0 && original.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  private static int endOfLine(String text, int from) {
    int newline = text.indexOf('\n', from);
    return newline < 0 ? text.length() : newline;
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
  }
}
