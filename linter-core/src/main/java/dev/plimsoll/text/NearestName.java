package dev.plimsoll.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that someone may have meant by one that does not exist. */
public final class NearestName {

  /** Nobody types a longer name, and the comparison costs its square. */
  private static final int LONGEST = 80;

  /** Among more names some are alike, whatever was meant. */
  private static final int MOST = 1_000;

  private NearestName() {}

  /**
   * The candidate with the fewest slips (a letter more, less, other, or two swapped; case counts
   * for nothing), the first of equals; none if it takes more than one slip in three letters.
   */
  public static Optional<String> of(String name, Collection<String> candidates) {
    if (name.isEmpty() || name.length() > LONGEST || candidates.size() > MOST) {
      return Optional.empty();
    }
    String meant = name.toLowerCase(Locale.ROOT);
    Optional<String> nearest = Optional.empty();
    int fewest = Math.max(1, name.length() / 3) + 1;
    for (String candidate : candidates) {
      if (Math.abs(candidate.length() - name.length()) < fewest) {
        int slips = slips(meant, candidate.toLowerCase(Locale.ROOT));
        if (slips < fewest) {
          fewest = slips;
          nearest = Optional.of(candidate);
        }
      }
    }
    return nearest;
  }

  /** What a message ends with: {@code (did you mean "ignore"?)}, or nothing. */
  public static String hint(String name, Collection<String> candidates) {
    Optional<String> nearest = of(name, candidates);
    return nearest.isPresent() ? " (did you mean \"" + nearest.get() + "\"?)" : "";
  }

  /** The optimal string alignment distance. */
  private static int slips(String from, String to) {
    int[] beforeLast = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int other = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(last[j - 1] + other, Math.min(last[j], row[j - 1]) + 1);
        if (swapped(from, i, to, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[to.length()];
  }

  private static boolean swapped(String from, int i, String to, int j) {
    return i > 1
        && j > 1
        && from.charAt(i - 1) == to.charAt(j - 2)
        && from.charAt(i - 2) == to.charAt(j - 1);
  }
}
