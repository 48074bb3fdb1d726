package dev.plimsoll.model.compose;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/**
 * Numbers as Go's {@code strconv} reads and {@code %v} writes them; infinity is none, since Compose
 * refuses it later.
 */
final class GoNumbers {

  /** No number that means anything is longer. */
  private static final int MAX_LENGTH = 400;

  private GoNumbers() {}

  /** A decimal integer of 64 bits, with or without a sign. */
  static Optional<String> integer(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    String digits = signed ? text.substring(1) : text;
    if (!areDigits(digits, 10) || digits.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    BigInteger number = new BigInteger(text.startsWith("-") ? text : digits);
    return number.bitLength() < Long.SIZE ? Optional.of(number.toString()) : Optional.empty();
  }

  /** An integer of 32 bits without a sign, in the base that its prefix tells. */
  static Optional<String> mask(String text) {
    if (text.indexOf('_') >= 0 && !hasDigitsAroundUnderscores(text)) {
      return Optional.empty();
    }
    String plain = text.replace("_", "").toLowerCase(Locale.ROOT);
    int base = base(plain);
    int prefix = base == 10 ? 0 : base == 8 && !plain.startsWith("0o") ? 1 : 2;
    String digits = plain.substring(prefix);
    if (!areDigits(digits, base) || digits.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    BigInteger number = new BigInteger(digits, base);
    return number.bitLength() <= Integer.SIZE ? Optional.of(number.toString()) : Optional.empty();
  }

  private static int base(String text) {
    if (text.length() < 2 || text.charAt(0) != '0') {
      return 10;
    }
    return switch (text.charAt(1)) {
      case 'x' -> 16;
      case 'b' -> 2;
      default -> 8;
    };
  }

  private static boolean areDigits(String text, int base) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 'z' || Character.digit(text.charAt(i), base) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** A float of 64 bits. */
  static Optional<String> decimal(String text) {
    if (!isFloat(text)) {
      return Optional.empty();
    }
    double number = Double.parseDouble(text.replace("_", ""));
    if (Double.isInfinite(number)) {
      return Optional.empty();
    }
    BigDecimal exact = new BigDecimal(number);
    for (int precision = 1; ; precision++) {
      BigDecimal shorter = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
      if (shorter.doubleValue() == number || precision == 17) {
        return Optional.of(written(shorter, 1 / number < 0));
      }
    }
  }

  /** A float of 32 bits. */
  static Optional<String> single(String text) {
    if (!isFloat(text)) {
      return Optional.empty();
    }
    float number = Float.parseFloat(text.replace("_", ""));
    if (Float.isInfinite(number)) {
      return Optional.empty();
    }
    BigDecimal exact = new BigDecimal(number);
    for (int precision = 1; ; precision++) {
      BigDecimal shorter = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
      if (shorter.floatValue() == number || precision == 9) {
        return Optional.of(written(shorter, 1 / number < 0));
      }
    }
  }

  private static String written(BigDecimal number, boolean negative) {
    if (number.signum() == 0) {
      return negative ? "-0" : "0";
    }
    BigDecimal stripped = number.stripTrailingZeros();
    String digits = stripped.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - stripped.scale();
    if (exponent >= -4 && exponent < 6) {
      return stripped.toPlainString();
    }
    String sign = negative ? "-" : "";
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    String magnitude = String.valueOf(Math.abs(exponent));
    return sign
        + mantissa
        + (exponent < 0 ? "e-" : "e+")
        + (magnitude.length() == 1 ? "0" : "")
        + magnitude;
  }

  /** Whether a text is a floating-point number, decimal or with a hexadecimal prefix. */
  private static boolean isFloat(String text) {
    if (text.length() > MAX_LENGTH
        || (text.indexOf('_') >= 0 && !hasDigitsAroundUnderscores(text))) {
      return false;
    }
    String plain = text.replace("_", "").toLowerCase(Locale.ROOT);
    int at = plain.startsWith("+") || plain.startsWith("-") ? 1 : 0;
    boolean hexadecimal = plain.startsWith("0x", at);
    int start = hexadecimal ? at + 2 : at;
    int mark = plain.indexOf(hexadecimal ? 'p' : 'e', start);
    int end = mark < 0 ? plain.length() : mark;
    return isMantissa(plain.substring(start, end), hexadecimal ? 16 : 10)
        && (mark < 0 ? !hexadecimal : isExponent(plain.substring(mark + 1)));
  }

  private static boolean isMantissa(String text, int base) {
    int point = text.indexOf('.');
    return areDigits(point < 0 ? text : text.substring(0, point) + text.substring(point + 1), base);
  }

  private static boolean isExponent(String text) {
    boolean signed = text.startsWith("+") || text.startsWith("-");
    return areDigits(signed ? text.substring(1) : text, 10);
  }

  /** A prefix counts as a digit. */
  private static boolean hasDigitsAroundUnderscores(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int at = lower.startsWith("+") || lower.startsWith("-") ? 1 : 0;
    boolean prefixed =
        lower.startsWith("0x", at) || lower.startsWith("0o", at) || lower.startsWith("0b", at);
    int base = lower.startsWith("0x", at) ? 16 : 10;
    boolean digit = prefixed;
    for (int i = prefixed ? at + 2 : at; i < lower.length(); i++) {
      char c = lower.charAt(i);
      boolean next = areDigits(String.valueOf(c), base);
      boolean followed =
          i + 1 < lower.length() && areDigits(String.valueOf(lower.charAt(i + 1)), base);
      if (c == '_' && (!digit || !followed)) {
        return false;
      }
      digit = next;
    }
    return true;
  }
}
