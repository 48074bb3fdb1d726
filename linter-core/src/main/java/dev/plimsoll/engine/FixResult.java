package dev.plimsoll.engine;

import java.util.List;

/**
 * What the loop came to.
 *
 * @param applied in the order of their rounds
 */
record FixResult(
    Analysis start, Analysis end, List<Candidate> applied, Bans bans, History history) {
  FixResult {
    applied = List.copyOf(applied);
  }
}
