package dev.plimsoll.parse.yaml;

import java.io.Reader;

/**
 * Gives a text from an offset on and never half a surrogate pair: at the end of the library's
 * buffer there is no room for the other half.
 */
final class Characters extends Reader {

  private final String text;
  private int at;

  Characters(String text, int from) {
    this.text = text;
    this.at = from;
  }

  @Override
  public int read(char[] target, int offset, int length) {
    int end = Math.min(text.length(), at + length);
    if (end == at) {
      return length == 0 ? 0 : -1;
    }
    if (end - at > 1 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    text.getChars(at, end, target, offset);
    int count = end - at;
    at = end;
    return count;
  }

  @Override
  public void close() {
    at = text.length();
  }
}
