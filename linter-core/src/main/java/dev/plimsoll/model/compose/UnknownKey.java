package dev.plimsoll.model.compose;

import dev.plimsoll.text.NearestName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A guess at what a key was meant to be.
 *
 * @param remark what the message ends with; it holds words of our own alone
 * @param meant another key of the same mapping
 */
record UnknownKey(String remark, Optional<String> meant) {

  /** How far below a key is looked for. */
  private static final int DEPTH = 4;

  /** A kind of mapping and the keys that lead to it; empty where lists or names are among them. */
  private record Below(ComposeKind kind, String path, int depth) {}

  /**
   * Guesses by the nearest likeness first: another letter case or number, the same key further out,
   * the same key further in, a slip.
   *
   * @param around the kinds of mappings that the key stands in, the nearest last
   */
  static UnknownKey of(String name, List<ComposeKind> around, ComposeKinds kinds) {
    ComposeKind kind = around.get(around.size() - 1);
    Optional<String> form = otherForm(name, kind.keys());
    if (form.isPresent()) {
      return meaning(form);
    }
    for (int i = around.size() - 2; i >= 0; i--) {
      if (around.get(i).keys().containsKey(name)) {
        return elsewhere(around.get(i).label());
      }
    }
    Optional<String> below = new Search(kinds).find(name, kind);
    if (below.isPresent()) {
      return elsewhere(below.get());
    }
    return meaning(NearestName.of(name, kind.keys().keySet()));
  }

  private static UnknownKey meaning(Optional<String> meant) {
    String remark = meant.isPresent() ? " (did you mean \"" + meant.get() + "\"?)" : "";
    return new UnknownKey(remark, meant);
  }

  private static UnknownKey elsewhere(String where) {
    return new UnknownKey(" but of " + where, Optional.empty());
  }

  private static Optional<String> otherForm(String name, Map<String, ComposeKind.Key> keys) {
    String lower = name.toLowerCase(Locale.ROOT).replace('-', '_');
    String singular = lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
    for (String form : List.of(lower, singular, lower + "s")) {
      if (keys.containsKey(form)) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }

  /** Looks for a key within a kind of mapping, level by level. */
  private static final class Search {

    private final ComposeKinds kinds;
    private final Deque<Below> next = new ArrayDeque<>();

    Search(ComposeKinds kinds) {
      this.kinds = kinds;
    }

    /** Where it is, the shallowest first. */
    Optional<String> find(String name, ComposeKind top) {
      next.add(new Below(top, "", 0));
      while (!next.isEmpty()) {
        Below below = next.remove();
        if (below.kind().keys().containsKey(name)) {
          return Optional.of(below.path().isEmpty() ? below.kind().label() : below.path());
        }
        if (below.depth() < DEPTH) {
          for (Map.Entry<String, ComposeKind.Key> entry : below.kind().keys().entrySet()) {
            into(below, entry.getKey(), kinds.shape(entry.getValue().shape()));
          }
        }
      }
      return Optional.empty();
    }

    private void into(Below from, String key, ComposeShape shape) {
      String path = from.path().isEmpty() ? "" : from.path() + "." + key;
      Optional<String> mapping = shape.mapping();
      if (mapping.isPresent()) {
        step(from.depth() + 1, from.depth() == 0 ? key : path, mapping.get());
      }
      if (shape.list().isPresent() && shape.list().get().item().mapping().isPresent()) {
        step(from.depth() + 1, "", shape.list().get().item().mapping().get());
      }
    }

    private void step(int depth, String path, String kindName) {
      ComposeKind kind = kinds.get(kindName);
      if (kind.entries().isEmpty()) {
        next.add(new Below(kind, path, depth));
      } else if (kind.entries().get().value().mapping().isPresent()) {
        next.add(new Below(kinds.get(kind.entries().get().value().mapping().get()), "", depth));
      }
    }
  }
}
