package dev.plimsoll.model.openapi.schema;

import dev.plimsoll.text.Digits;
import java.math.BigDecimal;
import java.time.YearMonth;

/** The keyword {@code format}, as far as nobody disputes it. */
final class Formats {

  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal INT32 = TWO.pow(31);
  private static final BigDecimal INT64 = TWO.pow(63);

  private Formats() {}

  static Outcome ofText(String format, String text) {
    return switch (format) {
      case "date" -> Outcome.of(isDate(text));
      case "date-time" -> Outcome.of(isDateTime(text));
      case "uuid" -> Outcome.of(isUuid(text));
      case "ipv4" -> Outcome.of(isIpv4(text));
      case "binary", "byte", "password" -> Outcome.VALID;
      default -> Outcome.UNKNOWN;
    };
  }

  static Outcome ofNumber(String format, BigDecimal number) {
    return switch (format) {
      case "int32" -> Outcome.of(isWithin(number, INT32));
      case "int64" -> Outcome.of(isWithin(number, INT64));
      case "float", "double" -> Outcome.VALID;
      default -> Outcome.UNKNOWN;
    };
  }

  private static boolean isWithin(BigDecimal number, BigDecimal limit) {
    return number.compareTo(limit) < 0 && number.compareTo(limit.negate()) >= 0;
  }

  private static boolean isDate(String text) {
    if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return false;
    }
    int year = digits(text, 0, 4);
    int month = digits(text, 5, 7);
    int day = digits(text, 8, 10);
    return year >= 0
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= YearMonth.of(year, month).lengthOfMonth();
  }

  /** RFC 3339, section 5.6; a blank may stand for the T. */
  private static boolean isDateTime(String text) {
    if (text.length() < 20
        || !isDate(text.substring(0, 10))
        || "Tt ".indexOf(text.charAt(10)) < 0
        || !isTime(text, 11)
        || text.charAt(16) != ':'
        || digits(text, 17, 19) < 0
        || digits(text, 17, 19) > 60) {
      return false;
    }
    int at = 19;
    if (text.charAt(at) == '.') {
      at++;
      while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        at++;
      }
      if (at == 20) {
        return false;
      }
    }
    String offset = text.substring(at);
    return offset.equals("Z")
        || offset.equals("z")
        || (offset.length() == 6 && "+-".indexOf(offset.charAt(0)) >= 0 && isTime(offset, 1));
  }

  private static boolean isTime(String text, int at) {
    int hour = digits(text, at, at + 2);
    int minute = digits(text, at + 3, at + 5);
    return hour >= 0 && hour <= 23 && text.charAt(at + 2) == ':' && minute >= 0 && minute <= 59;
  }

  private static int digits(String text, int from, int to) {
    return Digits.number(text.substring(from, to)).orElse(-1);
  }

  private static boolean isUuid(String text) {
    int at = text.startsWith("urn:uuid:") ? 9 : 0;
    if (text.length() != at + 36) {
      return false;
    }
    for (int i = 0; i < 36; i++) {
      char c = text.charAt(at + i);
      boolean isDash = i == 8 || i == 13 || i == 18 || i == 23;
      if (isDash ? c != '-' : c >= 0x80 || Character.digit(c, 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isIpv4(String text) {
    int from = 0;
    for (int part = 0; part < 4; part++) {
      int dot = part < 3 ? text.indexOf('.', from) : text.length();
      if (dot <= from || dot - from > 3) {
        return false;
      }
      int number = Digits.number(text.substring(from, dot)).orElse(-1);
      if (number < 0 || number > 255) {
        return false;
      }
      from = dot + 1;
    }
    return true;
  }
}
