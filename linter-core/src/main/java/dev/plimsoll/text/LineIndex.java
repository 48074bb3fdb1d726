package dev.plimsoll.text;

import java.util.Arrays;

/**
 * Turns offsets into lines and columns. LF ends a line, as for git and for BuildKit's scanner; a CR
 * before it belongs to the ending, a lone CR is a character like any other.
 */
public final class LineIndex {

  private final String content;
  private int[] starts = new int[0]; // made at the first question: most files have no finding

  LineIndex(String content) {
    this.content = content;
  }

  public int lineCount() {
    return starts().length;
  }

  /** The position of an offset; one past the text's end counts as its end. */
  public Position position(int offset) {
    int[] index = starts();
    int within = Math.min(offset, content.length());
    int found = Arrays.binarySearch(index, within);
    int line = found >= 0 ? found : -found - 2;
    return new Position(line + 1, within - index[line] + 1);
  }

  /** The characters of a line without its ending. */
  public Span line(int line) {
    int[] index = starts();
    int start = index[line - 1];
    if (line == index.length) {
      return new Span(start, content.length());
    }
    int end = index[line] - 1;
    return new Span(start, end > start && content.charAt(end - 1) == '\r' ? end - 1 : end);
  }

  private int[] starts() {
    if (starts.length == 0) {
      starts = scan(content);
    }
    return starts;
  }

  private static int[] scan(String content) {
    int[] found = new int[16];
    int count = 1;
    for (int i = content.indexOf('\n'); i >= 0; i = content.indexOf('\n', i + 1)) {
      if (count == found.length) {
        found = Arrays.copyOf(found, 2 * count);
      }
      found[count++] = i + 1;
    }
    return Arrays.copyOf(found, count);
  }
}
