package dev.plimsoll.report;

import java.util.List;

/** Numbers and lists as English has them. */
final class Counted {

  private Counted() {}

  /** "1 file", "1,204 files". */
  static String of(int count, String singular) {
    return grouped(count) + " " + (count == 1 ? singular : singular + "s");
  }

  /** "1,204". */
  static String grouped(int count) {
    String digits = Integer.toString(count);
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && (digits.length() - i) % 3 == 0) {
        shown.append(',');
      }
      shown.append(digits.charAt(i));
    }
    return shown.toString();
  }

  /** "a, b and c". */
  static String and(List<String> words) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      if (i > 0) {
        shown.append(i == words.size() - 1 ? " and " : ", ");
      }
      shown.append(words.get(i));
    }
    return shown.toString();
  }
}
