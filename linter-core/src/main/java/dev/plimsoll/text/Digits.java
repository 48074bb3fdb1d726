package dev.plimsoll.text;

import java.util.Optional;

/** Reads numbers as ports, users and counts are written: in ASCII digits alone, without a sign. */
public final class Digits {

  private static final int MOST = 9; // as many as always fit into an int

  private Digits() {}

  /** The number that a text is; nothing where it is none or has more than nine digits. */
  public static Optional<Integer> number(String text) {
    return text.length() <= MOST && areAll(text)
        ? Optional.of(Integer.valueOf(text))
        : Optional.empty();
  }

  /** Whether a text is made of digits, at least one of them. */
  public static boolean areAll(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
