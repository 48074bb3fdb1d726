package dev.plimsoll.rules.openapi.security;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the scheme or scope that was meant by one that does not exist. */
final class Slips {

  private Slips() {}

  /**
   * The one candidate that takes a single slip, or differs in case and separators alone: who may
   * call is not to be guessed, and {@code read:orders} is not far from {@code write:orders}.
   */
  static Optional<String> meant(String name, Collection<String> candidates) {
    List<String> alike = new ArrayList<>();
    for (String candidate : candidates) {
      if (plain(candidate).equals(plain(name)) || isOneSlip(name, candidate)) {
        alike.add(candidate);
      }
    }
    return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
  }

  /** What a message says of the other places that name the same. */
  static String more(int count) {
    return switch (count) {
      case 0 -> "";
      case 1 -> ", which 1 more requirement names";
      default -> ", which " + count + " more requirements name";
    };
  }

  /** Whether a scope is written alike with quotes and without: {@code orders:read}. */
  static boolean isWord(String scope) {
    int last = scope.length() - 1;
    for (int i = 0; i <= last; i++) {
      char c = scope.charAt(i);
      boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean isInside = i > 0 && i < last && "._:/-0123456789".indexOf(c) >= 0;
      if (!isLetter && !isInside) {
        return false;
      }
    }
    return last > 4; // longer than what is no text to YAML: false, null
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      if (Character.isLetterOrDigit(name.charAt(i))) {
        plain.append(name.charAt(i));
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }

  /** A letter more, less or other, or two swapped; another digit is another version. */
  private static boolean isOneSlip(String name, String other) {
    int start = 0;
    int shorter = Math.min(name.length(), other.length());
    while (start < shorter && name.charAt(start) == other.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && name.charAt(name.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    String from = name.substring(start, name.length() - end);
    String to = other.substring(start, other.length() - end);
    boolean isSwap =
        from.length() == 2
            && to.length() == 2
            && from.charAt(0) == to.charAt(1)
            && from.charAt(1) == to.charAt(0);
    return !hasDigit(from + to)
        && ((isSwap && shorter > 2) || (shorter > 3 && from.length() <= 1 && to.length() <= 1));
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
