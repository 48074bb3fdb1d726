package dev.plimsoll.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The hash by which GitHub knows a line again: a rolling one over the hundred characters from its
 * start, blanks and tabs left out, with a count behind it where several lines have the same. It
 * must equal the one GitHub's uploader reckons, else alerts are opened twice.
 */
final class LineHashes {

  private static final int WINDOW = 100;
  private static final long FACTOR = 37;
  private static final char END_OF_FILE = '\uFFFF';

  private final char[] window = new char[WINDOW];
  private final int[] lineStarts = new int[WINDOW]; // the line that begins there, else 0
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<String> hashes = new ArrayList<>();
  private final long leaving = power();
  private long hash;
  private int index;
  private int lines;

  private LineHashes() {}

  /** One hash a line, the first line's first. A lone CR ends a line here. */
  static List<String> of(String content) {
    LineHashes hashes = new LineHashes();
    hashes.read(content);
    return hashes.hashes;
  }

  private void read(String content) {
    boolean lineStart = true;
    for (int i = 0; i <= content.length(); i++) {
      char character = i < content.length() ? content.charAt(i) : END_OF_FILE;
      boolean secondHalf = character == '\n' && i > 0 && content.charAt(i - 1) == '\r';
      if (character == ' ' || character == '\t' || secondHalf) {
        continue;
      }
      emit();
      if (lineStart) {
        lines++;
        lineStarts[index] = lines;
      }
      lineStart = character == '\n' || character == '\r';
      push(lineStart ? '\n' : character);
    }
    for (int i = 0; i < WINDOW; i++) {
      emit();
      push('\0');
    }
  }

  /** Gives out the hash of the line whose hundred characters are now in the window. */
  private void emit() {
    if (lineStarts[index] == 0) {
      return;
    }
    lineStarts[index] = 0;
    String digits = Long.toHexString(hash);
    Integer before = counts.get(digits);
    int count = before == null ? 1 : before + 1;
    counts.put(digits, count);
    hashes.add(digits + ":" + count);
  }

  private void push(char character) {
    hash = FACTOR * hash + character - leaving * window[index];
    window[index] = character;
    index = (index + 1) % WINDOW;
  }

  private static long power() {
    long power = 1;
    for (int i = 0; i < WINDOW; i++) {
      power *= FACTOR;
    }
    return power;
  }
}
