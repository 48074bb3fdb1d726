package dev.plimsoll.parse.yaml;

import dev.plimsoll.parse.yaml.tree.YamlNode.Style;
import java.util.ArrayList;
import java.util.List;

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
  private final CodePoints codePoints;
  private final List<Integer> forbidden;

  private ReadableText(
      String original,
      String readable,
      boolean tabs,
      CodePoints codePoints,
      List<Integer> forbidden) {
    this.original = original;
    this.readable = readable;
    this.tabs = tabs;
    this.codePoints = codePoints;
    this.forbidden = forbidden;
  }

  static ReadableText of(String original) {
    char[] readable = original.toCharArray(); // a third of the time that charAt takes
    List<Integer> forbidden = new ArrayList<>(0);
    boolean tabs = false;
    boolean pairs = false;
    for (int i = 0; i < readable.length; i++) {
      char c = readable[i];
      if ((c >= ' ' && c < 0x7F) || c == '\n' || c == '\r') {
        continue;
      }
      if (c == '\t') {
        tabs = true;
      } else if (isForbidden(readable, i)) {
        readable[i] = FORBIDDEN;
        if (forbidden.size() < YamlReader.MAX_ERRORS) {
          forbidden.add(i);
        }
      } else {
        pairs |= Character.isSurrogate(c);
      }
    }
    CodePoints codePoints = new CodePoints(pairs ? readable : new char[0], readable.length);
    tabs = tabs && blankOut(readable);
    String text = !forbidden.isEmpty() || tabs ? new String(readable) : original;
    return new ReadableText(original, text, tabs, codePoints, forbidden);
  }

  /** Where it has characters that take two UTF-16 units. */
  CodePoints codePoints() {
    return codePoints;
  }

  /** Where the first characters stood that YAML allows nowhere, ascending. */
  List<Integer> forbidden() {
    return forbidden;
  }

  @Override
  public String toString() {
    return readable;
  }

  /** Whether YAML allows a character nowhere, which is none of ASCII's visible ones. */
  private static boolean isForbidden(char[] text, int at) {
    char c = text[at];
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length || !Character.isLowSurrogate(text[at + 1]);
    }
    if (Character.isLowSurrogate(c)) {
      return at == 0 || !Character.isHighSurrogate(text[at - 1]);
    }
    return (c < 0xA0 && c != 0x85) || c >= 0xFFFE;
  }

  /**
   * Blanks out tabs in lines without content: blanks and a comment at most; and behind the sign of
   * a block scalar. The first lines of such a scalar tell its indentation and stay.
   */
  private static boolean blankOut(char[] text) {
    boolean replaced = false;
    boolean behindSign = false;
    int start = 0;
    while (start < text.length) {
      int end = start;
      while (end < text.length && text[end] != '\n') {
        end++;
      }
      int first = start;
      while (first < end && isBlank(text[first])) {
        first++;
      }
      if (first == end || text[first] == '#') {
        replaced |= !behindSign && replace(text, start, first);
      } else {
        int sign = endOfSign(text, first, end);
        behindSign = sign >= 0;
        replaced |= behindSign && replace(text, sign, end);
      }
      start = end + 1;
    }
    return replaced;
  }

  /** The end of the sign of a block scalar, if a line ends with one; negative if not. */
  private static int endOfSign(char[] line, int first, int end) {
    int last = end;
    for (int at = end - 1; at > first; at--) {
      if (line[at] == '#' && isBlank(line[at - 1])) {
        last = at; // of all that may begin a comment the first
      }
    }
    while (last > first && isBlank(line[last - 1])) {
      last--;
    }
    int sign = last;
    while (sign > first && "+-123456789".indexOf(line[sign - 1]) >= 0) {
      sign--;
    }
    boolean found =
        sign - 1 > first
            && (line[sign - 1] == '|' || line[sign - 1] == '>')
            && isBlank(line[sign - 2]);
    return found ? last : -1;
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
