package dev.plimsoll.project;

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

    static Term byDefault(int count) {
      return new Term(count, Optional.empty());
    }
  }

  /** All of them together. */
  public long most() {
    return (long) replicas.count() * processes.count() * ((long) pool.count() + overflow.count());
  }
}
