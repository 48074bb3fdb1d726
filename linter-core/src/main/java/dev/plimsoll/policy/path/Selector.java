package dev.plimsoll.policy.path;

import java.util.List;
import java.util.OptionalLong;

/** What a segment takes of a node's children. */
sealed interface Selector {

  /** The value of a key. */
  record Name(String name) implements Selector {}

  /** All children. */
  record Wildcard() implements Selector {}

  /** An item of a list; from the end where negative. */
  record Index(long index) implements Selector {}

  /** Some items of a list. */
  record Range(OptionalLong start, OptionalLong end, long step) implements Selector {}

  /** The children of which something holds. */
  record Filter(Condition condition) implements Selector {}

  /**
   * A step of a query.
   *
   * @param descends whether it starts from each node below too
   */
  record Segment(boolean descends, List<Selector> selectors) {
    public Segment {
      selectors = List.copyOf(selectors);
    }

    /** Whether it leads to one node at most. */
    boolean isSingular() {
      return !descends
          && selectors.size() == 1
          && (selectors.get(0) instanceof Name || selectors.get(0) instanceof Index);
    }
  }

  /**
   * A query in a filter.
   *
   * @param fromRoot whether it begins with {@code $}, not with {@code @}
   */
  record Query(boolean fromRoot, List<Segment> segments) {
    public Query {
      segments = List.copyOf(segments);
    }

    boolean isSingular() {
      for (Segment segment : segments) {
        if (!segment.isSingular()) {
          return false;
        }
      }
      return true;
    }
  }
}
