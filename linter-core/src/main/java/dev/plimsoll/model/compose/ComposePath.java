package dev.plimsoll.model.compose;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The keys from the root of a Compose model down to a node. A dot in a key is a character like any
 * other. Every pass over a model makes one for each node, so it is an array and no more.
 */
public final class ComposePath {

  /** Stands for each item of a list. */
  public static final String ITEM = "[]";

  public static final ComposePath ROOT = new ComposePath(List.of());

  private static final String ANY = "*";

  private final String[] keys;

  /** Of keys from the root on; an item of a list is {@link #ITEM}. */
  public ComposePath(List<String> keys) {
    this(keys.toArray(new String[0]));
  }

  private ComposePath(String[] keys) {
    this.keys = keys;
  }

  /** The path of a pattern or a plain path as it is written: {@code services.*.ports}. */
  public static ComposePath of(String dotted) {
    return new ComposePath(dotted.split("\\.", -1));
  }

  /** Its keys from the root on. */
  public List<String> keys() {
    return Collections.unmodifiableList(Arrays.asList(keys));
  }

  /** How many keys it has. */
  public int size() {
    return keys.length;
  }

  /** The key at a depth, that of a section at 0. */
  public String key(int depth) {
    return keys[depth];
  }

  /** The path of the value of a key, or of an item. */
  public ComposePath child(String key) {
    String[] longer = Arrays.copyOf(keys, keys.length + 1);
    longer[keys.length] = key;
    return new ComposePath(longer);
  }

  /** Whether it has the keys of a pattern, in which a star stands for any one key or item. */
  public boolean matches(ComposePath pattern) {
    if (keys.length != pattern.keys.length) {
      return false;
    }
    for (int i = 0; i < keys.length; i++) {
      String wanted = pattern.keys[i];
      if (!wanted.equals(ANY) && !wanted.equals(keys[i])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ComposePath path && Arrays.equals(keys, path.keys);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(keys);
  }

  /** As people write it: {@code services.web.ports}. */
  @Override
  public String toString() {
    return String.join(".", keys);
  }
}
