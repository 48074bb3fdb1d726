package dev.plimsoll.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean …?" */
public final class Nearest {

  private Nearest() {}

  /**
   * The known word that a mistyped one most likely meant: at most a third of its letters wrong,
   * letter case aside; of equally near ones the first.
   */
  public static Optional<String> to(String typed, Collection<String> known) {
    Optional<String> nearest = Optional.empty();
    int least = Math.max(1, typed.length() / 3) + 1;
    String lower = typed.toLowerCase(Locale.ROOT);
    for (String word : known) {
      if (Math.abs(word.length() - typed.length()) < least) {
        int distance = distance(lower, word.toLowerCase(Locale.ROOT));
        if (distance < least) {
          least = distance;
          nearest = Optional.of(word);
        }
      }
    }
    return nearest;
  }

  /** Letters to insert, drop, replace or swap with a neighbour. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 ? j : j == 0 ? i : step(a, b, i, j, cost);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(String a, String b, int i, int j, int[][] cost) {
    int differs = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least =
        Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + differs);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
