package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.text.Digits;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/**
 * How many connections to databases the containers of a service may hold at once: for each replica
 * and each of its processes a pool, and what may be opened above it.
 */
public record Connections(Term replicas, Term processes, Term pool, Term overflow) {

  /**
   * A factor of the sum.
   *
   * @param written where it stands; absent for a default
   */
  public record Term(int count, Optional<Slice> written) {

    private static final int LENGTH = 6; // the product of all terms has to fit into a long

    static Term byDefault(int count) {
      return new Term(count, Optional.empty());
    }

    /** What a value says; nothing where it is no number, or nobody knows. */
    static Optional<Term> of(Scalar scalar) {
      Optional<String> text = scalar.known();
      return text.isEmpty() ? Optional.empty() : of(text.get(), scalar.slice());
    }

    static Optional<Term> of(String text, Slice slice) {
      Optional<Integer> number = text.length() <= LENGTH ? Digits.number(text) : Optional.empty();
      return number.isEmpty()
          ? Optional.empty()
          : Optional.of(new Term(number.get(), Optional.of(slice)));
    }
  }

  /** All of them together. */
  public long most() {
    return (long) replicas.count() * processes.count() * ((long) pool.count() + overflow.count());
  }
}
