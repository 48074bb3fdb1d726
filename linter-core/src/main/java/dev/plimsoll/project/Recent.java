package dev.plimsoll.project;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What several files of a run ask for, kept as long as it is light enough: what was asked for last
 * goes last. Safe for use by several threads.
 */
final class Recent<K, V> {

  private record Kept<V>(V value, long weight) {}

  private final long most;
  private final Map<K, Kept<V>> kept = new LinkedHashMap<>();
  private long weight;

  /**
   * With a limit.
   *
   * @param most the weight of all that is kept, but for the last
   */
  Recent(long most) {
    this.most = most;
  }

  synchronized Optional<V> find(K key) {
    Kept<V> found = kept.remove(key);
    if (found == null) {
      return Optional.empty();
    }
    kept.put(key, found);
    return Optional.of(found.value());
  }

  synchronized void put(K key, V value, long heavy) {
    Kept<V> before = kept.remove(key);
    weight += heavy - (before == null ? 0 : before.weight());
    kept.put(key, new Kept<>(value, heavy));
    Iterator<Kept<V>> eldest = kept.values().iterator();
    while (weight > most && kept.size() > 1) {
      weight -= eldest.next().weight();
      eldest.remove();
    }
  }
}
