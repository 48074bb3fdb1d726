package dev.plimsoll.rules.openapi.errors;

import java.util.Locale;

/** The keys of responses: statuses such as {@code 404}, ranges of them, {@code default}. */
final class Statuses {

  private Statuses() {}

  /** Whether a key is a status that begins with a digit, or the range of these, {@code 4XX}. */
  static boolean isIn(char hundred, String key) {
    return key.length() == 3
        && key.charAt(0) == hundred
        && isDigitOrAny(key.charAt(1))
        && isDigitOrAny(key.charAt(2));
  }

  private static boolean isDigitOrAny(char c) {
    return (c >= '0' && c <= '9') || c == 'X' || c == 'x';
  }

  /** Whether a key stands for a failure of the client or the server. */
  static boolean isError(String key) {
    return isIn('4', key) || isIn('5', key);
  }

  /** Whether a key stands for an answer that is no error. */
  static boolean isSuccess(String key) {
    return isIn('1', key) || isIn('2', key) || isIn('3', key);
  }

  /** The range that a status is in. */
  static String range(String status) {
    return status.charAt(0) + "XX";
  }

  /** Whether a name or a description speaks of failure. */
  static boolean speaksOfFailure(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    return lower.contains("error")
        || lower.contains("fail")
        || lower.contains("problem")
        || lower.contains("unexpected")
        || lower.contains("exception")
        || (lower.contains("fault") && !lower.contains("default"))
        || lower.contains("invalid");
  }
}
