package dev.plimsoll.project;

import dev.plimsoll.text.Slice;
import java.util.Optional;

/**
 * How many connections a database accepts.
 *
 * @param most all of them
 * @param reserved how many of these are kept for its superusers
 * @param written where the limit stands; absent where the image's default counts
 */
public record ConnectionLimit(int most, int reserved, Optional<Slice> written) {

  /** How many are there for applications. */
  public int usable() {
    return Math.max(0, most - reserved);
  }
}
