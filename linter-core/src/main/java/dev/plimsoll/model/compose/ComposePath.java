package dev.plimsoll.model.compose;

import java.util.ArrayList;
import java.util.List;

/**
 * The keys from the root of a Compose model down to a node. A dot in a key is a character like any
 * other.
 *
 * @param keys from the root on; an item of a list is {@link #ITEM}
 */
public record ComposePath(List<String> keys) {

  /** Stands for each item of a list. */
  public static final String ITEM = "[]";

  public static final ComposePath ROOT = new ComposePath(List.of());

  private static final String ANY = "*";

  public ComposePath {
    keys = List.copyOf(keys);
  }

  /** The path of a pattern or a plain path as it is written: {@code services.*.ports}. */
  public static ComposePath of(String dotted) {
    return new ComposePath(List.of(dotted.split("\\.", -1)));
  }

  /** The path of the value of a key, or of an item. */
  public ComposePath child(String key) {
    List<String> longer = new ArrayList<>(keys.size() + 1);
    longer.addAll(keys);
    longer.add(key);
    return new ComposePath(longer);
  }

  /** Whether it has the keys of a pattern, in which a star stands for any one key or item. */
  public boolean matches(ComposePath pattern) {
    if (keys.size() != pattern.keys.size()) {
      return false;
    }
    for (int i = 0; i < keys.size(); i++) {
      String wanted = pattern.keys.get(i);
      if (!wanted.equals(ANY) && !wanted.equals(keys.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** As people write it: {@code services.web.ports}. */
  @Override
  public String toString() {
    return String.join(".", keys);
  }
}
