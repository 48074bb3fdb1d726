package dev.plimsoll.parse.yaml;

import java.util.Arrays;

/** Turns the library's offsets, which count code points, into UTF-16 ones, and back. */
final class CodePoints {

  private final int length;
  // The code point offsets of the characters that take two units, ascending.
  private final int[] pairs;

  /**
   * @param content what it is asked of, or nothing where that has no pairs
   * @param length of what it is asked of
   */
  CodePoints(char[] content, int length) {
    this.length = length;
    int[] found = new int[0];
    int count = 0;
    for (int i = 0; i + 1 < content.length; i++) {
      if (Character.isSurrogatePair(content[i], content[i + 1])) {
        if (count == found.length) {
          found = Arrays.copyOf(found, 2 * count + 16);
        }
        found[count] = i - count;
        count++;
        i++;
      }
    }
    pairs = Arrays.copyOf(found, count);
  }

  int toUtf16(int codePoint) {
    if (pairs.length == 0) {
      return Math.min(codePoint, length);
    }
    int before = Arrays.binarySearch(pairs, codePoint);
    return Math.min(codePoint + (before >= 0 ? before : -before - 1), length);
  }

  int fromUtf16(int offset) {
    int low = 0;
    int high = pairs.length;
    while (low < high) { // how many pairs begin before the offset
      int middle = (low + high) >>> 1;
      if (pairs[middle] + middle < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return offset - low;
  }
}
