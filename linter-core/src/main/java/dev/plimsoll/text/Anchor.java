package dev.plimsoll.text;

/**
 * A structural address, as text: what stays the same when lines are inserted, keys reordered or the
 * file renamed. Fingerprints, and the proof of a fix, count findings by it.
 *
 * @param address segments joined by {@code /}, such as {@code final/RUN/chmod}
 */
public record Anchor(String address) implements Comparable<Anchor> {

  /** The whole file. */
  public static final Anchor FILE = new Anchor("");

  /** An address one level below this one. */
  public Anchor child(String segment) {
    return new Anchor(address.isEmpty() ? segment : address + "/" + segment);
  }

  /** Another one beside it, below the same. */
  public Anchor sibling(String segment) {
    int slash = address.lastIndexOf('/');
    return slash < 0 ? FILE.child(segment) : new Anchor(address.substring(0, slash)).child(segment);
  }

  /** Whether this is the other address or lies below it. */
  public boolean isWithin(Anchor other) {
    return other.address.isEmpty()
        || address.equals(other.address)
        || address.startsWith(other.address + "/");
  }

  @Override
  public int compareTo(Anchor other) {
    return address.compareTo(other.address);
  }

  @Override
  public String toString() {
    return address;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Anchor anchor && address.equals(anchor.address);
  }

  @Override
  public int hashCode() {
    return address.hashCode();
  }
}
