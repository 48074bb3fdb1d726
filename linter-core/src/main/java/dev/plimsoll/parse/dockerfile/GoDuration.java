package dev.plimsoll.parse.dockerfile;

/**
 * Durations as the builder's language writes them: {@code 1m30s}, {@code .5h}; source: the
 * documentation of Go's {@code time.ParseDuration}.
 */
final class GoDuration {

  private GoDuration() {}

  /** Whether a value is absent, zero, or a duration of a millisecond or more. */
  static boolean isNoLessThanMillisecond(String value) {
    if (value.isEmpty()) {
      return true;
    }
    boolean signed = value.charAt(0) == '-' || value.charAt(0) == '+';
    String rest = signed ? value.substring(1) : value;
    if (rest.equals("0")) {
      return true;
    }
    double milliseconds = milliseconds(rest);
    boolean negative = signed && value.charAt(0) == '-';
    return milliseconds == 0 || (!negative && milliseconds >= 1);
  }

  /** A sum of numbers with units; not a number if it is none. */
  private static double milliseconds(String text) {
    double sum = 0;
    int at = 0;
    do {
      int start = at;
      while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
        at++;
      }
      double number = number(text.substring(start, at));
      int unit = at;
      while (at < text.length() && !isDigit(text.charAt(at)) && text.charAt(at) != '.') {
        at++;
      }
      sum += number * inMilliseconds(text.substring(unit, at));
    } while (at < text.length());
    return sum;
  }

  private static double number(String digits) {
    boolean several = digits.indexOf('.') != digits.lastIndexOf('.');
    return several || digits.isEmpty() || digits.equals(".")
        ? Double.NaN
        : Double.parseDouble(digits);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static double inMilliseconds(String unit) {
    return switch (unit) {
      case "ns" -> 1e-6;
      case "us", "µs", "μs" -> 1e-3;
      case "ms" -> 1;
      case "s" -> 1e3;
      case "m" -> 60e3;
      case "h" -> 3600e3;
      default -> Double.NaN;
    };
  }
}
