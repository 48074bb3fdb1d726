package dev.plimsoll.model.compose;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What holds at some paths, looked up key by key: a pattern's star stands for any one key. */
final class PathTable<T> {

  private final Map<String, PathTable<T>> below = new HashMap<>();
  private Optional<T> here = Optional.empty();

  /** Adds what holds at a dotted pattern, {@code services.*.ports}. */
  PathTable<T> put(String pattern, T what) {
    return put(ComposePath.of(pattern), what);
  }

  /** Adds what holds at a pattern. */
  PathTable<T> put(ComposePath pattern, T what) {
    PathTable<T> at = this;
    for (String key : pattern.keys()) {
      PathTable<T> next = at.below.get(key);
      if (next == null) {
        next = new PathTable<>();
        at.below.put(key, next);
      }
      at = next;
    }
    at.here = Optional.of(what);
    return this;
  }

  /** What holds at a path; nothing where no pattern fits. A key itself goes before a star. */
  Optional<T> find(ComposePath path) {
    return find(path, 0);
  }

  private Optional<T> find(ComposePath path, int from) {
    if (from == path.size()) {
      return here;
    }
    PathTable<T> named = below.get(path.key(from));
    Optional<T> found = named == null ? Optional.empty() : named.find(path, from + 1);
    if (found.isPresent()) {
      return found;
    }
    PathTable<T> any = below.get("*");
    return any == null ? Optional.empty() : any.find(path, from + 1);
  }
}
