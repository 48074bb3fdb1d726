package dev.plimsoll.testkit;

import java.util.ArrayList;
import java.util.List;

/**
 * The {@code #~} lines of a sample: carets under the culprit and the message. They are cut out
 * before the sample is linted, so they work in any language; in one whose lines are indented or
 * commented otherwise too.
 *
 * @param text the sample without them
 * @param expected in the order of the lines
 */
record Expectations(String text, List<Expected> expected) {

  private static final String MARK = "#~";

  /**
   * A finding that must be there.
   *
   * @param line 1-based, in the text without expectation lines
   * @param column 1-based
   * @param width of the carets
   */
  record Expected(int line, int column, int width, String message) {
    @Override
    public String toString() {
      return line + ":" + column + "+" + width + " " + message;
    }
  }

  static Expectations of(String marked) {
    StringBuilder text = new StringBuilder();
    List<Expected> expected = new ArrayList<>();
    int line = 0;
    for (String each : marked.split("\n", -1)) {
      if (each.startsWith(MARK)) {
        expected.add(expected(each, line));
      } else {
        text.append(line == 0 ? "" : "\n").append(each);
        line++;
      }
    }
    return new Expectations(text.toString(), expected);
  }

  private static Expected expected(String mark, int line) {
    int start = mark.indexOf('^');
    if (start < 0) {
      throw new AssertionError("no carets in: " + mark);
    }
    int end = start;
    while (end < mark.length() && mark.charAt(end) == '^') {
      end++;
    }
    int shift = mark.startsWith(MARK + "|") ? MARK.length() + 1 : 0;
    return new Expected(line, start + 1 - shift, end - start, mark.substring(end).strip());
  }
}
