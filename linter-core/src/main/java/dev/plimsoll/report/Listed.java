package dev.plimsoll.report;

import dev.plimsoll.rule.Diagnostic;
import dev.plimsoll.rule.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Which findings a report lists, in order. */
final class Listed {

  private Listed() {}

  /** What stands in the files, and what a comment hides where the run shows it. */
  static List<Diagnostic> of(Outcome outcome, RunInfo run) {
    List<Diagnostic> open = outcome.findings();
    List<Diagnostic> hidden = outcome.suppressed();
    if (run.suppressed() == Suppressed.HIDDEN || hidden.isEmpty()) {
      return open;
    }
    List<Diagnostic> merged = new ArrayList<>(open.size() + hidden.size());
    int next = 0;
    for (Diagnostic finding : open) {
      while (next < hidden.size() && isBefore(hidden.get(next), finding)) {
        merged.add(hidden.get(next++));
      }
      merged.add(finding);
    }
    merged.addAll(hidden.subList(next, hidden.size()));
    return merged;
  }

  private static boolean isBefore(Diagnostic one, Diagnostic other) {
    int byPlace = one.place().compareTo(other.place());
    return byPlace < 0 || (byPlace == 0 && one.rule().id().compareTo(other.rule().id()) < 0);
  }
}
