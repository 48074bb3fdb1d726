package dev.plimsoll.run;

import java.util.List;

/**
 * A set that may be written, as far as reading tells.
 *
 * @param index its place among the caller's sets
 * @param changes one for each entry of the plan
 */
record CheckedSet(int index, PlannedSet planned, List<FileChange> changes) {
  CheckedSet {
    changes = List.copyOf(changes);
  }
}
