package dev.plimsoll.parse.yaml;

import java.io.Reader;

/**
 * Gives a part of a text and never half a surrogate pair: at the end of the library's buffer there
 * is no room for the other half.
 */
final class Characters extends Reader {

  private final String text;
  private final int to;
  private String head;
  private int at;

  /**
   * @param head what is given before the part
   */
  Characters(String head, String text, int from, int to) {
    this.head = head;
    this.text = text;
    this.at = from;
    this.to = to;
  }

  @Override
  public int read(char[] target, int offset, int length) {
    if (!head.isEmpty() && length >= head.length()) {
      int count = head.length();
      head.getChars(0, count, target, offset);
      head = "";
      return count;
    }
    int end = Math.min(to, at + length);
    if (end == at) {
      return length == 0 ? 0 : -1;
    }
    if (end - at > 1 && end < to && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    text.getChars(at, end, target, offset);
    int count = end - at;
    at = end;
    return count;
  }

  @Override
  public void close() {
    at = to;
  }
}
