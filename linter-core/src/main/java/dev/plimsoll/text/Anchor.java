package dev.plimsoll.text;

import java.util.Optional;

/**
 * A structural address, as text: what stays the same when lines are inserted, keys reordered or the
 * file renamed. Fingerprints, and the proof of a fix, count findings by it. Safe for use by several
 * threads.
 */
public final class Anchor implements Comparable<Anchor> {

  /** The whole file. */
  public static final Anchor FILE = new Anchor("");

  private final Optional<Anchor> above;
  private final String segment; // or all of the address, where nothing is above
  private Optional<String> joined = Optional.empty(); // when first asked for: most never are

  /**
   * An address.
   *
   * @param address segments joined by {@code /}, such as {@code final/RUN/chmod}
   */
  public Anchor(String address) {
    this(Optional.empty(), address);
  }

  private Anchor(Optional<Anchor> above, String segment) {
    this.above = above;
    this.segment = segment;
  }

  /** Its segments, joined by {@code /}. */
  public String address() {
    if (above.isEmpty()) {
      return segment;
    }
    Optional<String> known = joined; // of two threads both may join it
    String address = known.isPresent() ? known.get() : joined(above.get().address());
    joined = Optional.of(address);
    return address;
  }

  private String joined(String upper) {
    return upper.isEmpty() ? segment : upper + "/" + segment;
  }

  /** An address one level below this one. */
  public Anchor child(String name) {
    return new Anchor(Optional.of(this), name);
  }

  /** Another one beside it, below the same. */
  public Anchor sibling(String name) {
    String address = address();
    int slash = address.lastIndexOf('/');
    return slash < 0 ? FILE.child(name) : new Anchor(address.substring(0, slash)).child(name);
  }

  /** Whether this is the other address or lies below it. */
  public boolean isWithin(Anchor other) {
    String address = address();
    String upper = other.address();
    return upper.isEmpty() || address.equals(upper) || address.startsWith(upper + "/");
  }

  @Override
  public int compareTo(Anchor other) {
    return address().compareTo(other.address());
  }

  @Override
  public String toString() {
    return address();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Anchor anchor && address().equals(anchor.address());
  }

  @Override
  public int hashCode() {
    return address().hashCode();
  }
}
