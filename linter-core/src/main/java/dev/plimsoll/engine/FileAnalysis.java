package dev.plimsoll.engine;

import dev.plimsoll.rule.Outcome.ToolFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the rules said about one file.
 *
 * @param reported in order, hidden ones and those of witnesses included
 * @param asked the other files it rests on, present or not
 */
record FileAnalysis(List<Reported> reported, List<ToolFailure> failures, SortedSet<String> asked) {

  FileAnalysis {
    List<Reported> sorted = new ArrayList<>(reported);
    Collections.sort(sorted);
    reported = List.copyOf(sorted);
    failures = List.copyOf(failures);
    asked = Collections.unmodifiableSortedSet(new TreeSet<>(asked));
  }
}
