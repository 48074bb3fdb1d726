package dev.plimsoll.model.compose;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads the numbers of models. */
final class Numerals {

  /** Beyond what a double can hold, in digits and in exponents. */
  private static final int LONGEST = 400;

  private Numerals() {}

  /** The number that a text in Go's decimal notation is; none for what is infinite or no number. */
  static Optional<BigDecimal> number(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      BigDecimal number = new BigDecimal(text);
      return Math.abs((long) number.scale()) > LONGEST ? Optional.empty() : Optional.of(number);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
