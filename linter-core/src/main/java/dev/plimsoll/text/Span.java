package dev.plimsoll.text;

/**
 * A half-open range of UTF-16 units in one text, counted after a byte order mark.
 *
 * @param start the first unit, 0 or more
 * @param end one past the last unit, never below {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span: " + start + ".." + end);
    }
  }

  /** The empty span at an offset: where an insertion goes. */
  public static Span at(int offset) {
    return new Span(offset, offset);
  }

  public int length() {
    return end - start;
  }

  public boolean isEmpty() {
    return start == end;
  }

  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /**
   * Whether both share at least one unit; an empty span inside the other counts, at its rim not.
   */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** The smallest span over both. */
  public Span union(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  public Span shift(int distance) {
    return new Span(start + distance, end + distance);
  }

  @Override
  public int compareTo(Span other) {
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(end, other.end);
  }

  // Written out, here and in what is made of spans: the JVM spins classes for a record's own at its
  // first use, which costs a cold process some ten milliseconds.

  @Override
  public boolean equals(Object other) {
    return other instanceof Span span && start == span.start && end == span.end;
  }

  @Override
  public int hashCode() {
    return 31 * start + end;
  }
}
