package dev.plimsoll.run;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a journal says.
 *
 * @param id part of the name of every temporary file
 * @param key the change time of the key file
 * @param committed the sets, counted from 0, that may have been moved; none before the commit
 * @param done whether only temporary files are left to remove
 */
record Plan(String id, String key, List<PlannedSet> sets, Set<Integer> committed, boolean done) {

  Plan {
    sets = List.copyOf(sets);
    committed = new TreeSet<>(committed);
  }

  static Plan of(String id, String key, List<PlannedSet> sets) {
    return new Plan(id, key, sets, Set.of(), false);
  }
}
