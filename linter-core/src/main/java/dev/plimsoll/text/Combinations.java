package dev.plimsoll.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Walks over the combinations of what names may hold: within one combination a name holds the same
 * wherever it is asked for. Only names that are asked for count, in the order in which they are
 * met.
 *
 * @param <T> what a name may hold
 */
public final class Combinations<T> {

  /** Beyond so many a walk should give up: they grow as powers do. */
  public static final int MOST = 16;

  /** Where the possibilities come from. */
  public interface Possible<T> {

    /** What a name may hold, the default first; never empty. */
    List<T> of(String name);
  }

  private final Possible<T> possible;
  private final Map<String, Integer> positions = new HashMap<>();
  private final List<List<T>> found = new ArrayList<>();
  private final List<Integer> chosen = new ArrayList<>();

  public Combinations(Possible<T> possible) {
    this.possible = possible;
  }

  /** What a name holds in this combination. */
  public T find(String name) {
    Integer position = positions.get(name);
    if (position == null) {
      position = found.size();
      positions.put(name, position);
      found.add(possible.of(name));
      chosen.add(0);
    }
    return found.get(position).get(chosen.get(position));
  }

  /** Whether a name was asked for and holds its default. */
  public boolean isDefault(String name) {
    Integer position = positions.get(name);
    return position != null && chosen.get(position) == 0;
  }

  /** The next combination: the last name met changes first; false after the last one. */
  public boolean next() {
    while (!chosen.isEmpty()) {
      int last = chosen.size() - 1;
      if (chosen.get(last) + 1 < found.get(last).size()) {
        chosen.set(last, chosen.get(last) + 1);
        return true;
      }
      chosen.remove(last);
      found.remove(last);
      positions.values().remove(last);
    }
    return false;
  }
}
