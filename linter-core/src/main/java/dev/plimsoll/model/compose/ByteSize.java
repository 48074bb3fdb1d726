package dev.plimsoll.model.compose;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Amounts of memory as Compose reads them: {@code 512m}, {@code 1.5gb}, {@code 1 GiB}. */
public final class ByteSize {

  private static final String UNITS = "kmgtp";

  private ByteSize() {}

  /** The number of bytes; nothing where it cannot be read. */
  public static Optional<BigDecimal> of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int end = 0;
    while (end < lower.length() && (isDigit(lower.charAt(end)) || lower.charAt(end) == '.')) {
      end++;
    }
    String unit = lower.substring(end).strip();
    if (unit.endsWith("ib")) {
      unit = unit.substring(0, unit.length() - 2);
    } else if (unit.endsWith("b")) {
      unit = unit.substring(0, unit.length() - 1);
    }
    int power = unit.isEmpty() ? 0 : unit.length() == 1 ? UNITS.indexOf(unit) + 1 : -1;
    if (end == 0 || end > 20 || power < 0 || (power == 0 && !unit.isEmpty())) {
      return Optional.empty();
    }
    Optional<BigDecimal> number = number(lower.substring(0, end));
    return number.isEmpty()
        ? number
        : Optional.of(number.get().multiply(BigDecimal.valueOf(1L << (10 * power))));
  }

  /** A decimal number without a sign and an exponent; nothing where it is none. */
  public static Optional<BigDecimal> number(String text) {
    int dots = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '.') {
        dots++;
      } else if (!isDigit(text.charAt(i))) {
        return Optional.empty();
      }
    }
    boolean digits = text.length() > dots && dots <= 1 && text.length() <= 20;
    return digits ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
