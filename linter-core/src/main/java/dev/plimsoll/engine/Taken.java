package dev.plimsoll.engine;

import dev.plimsoll.fix.Edit.Replace;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.NewFile;
import dev.plimsoll.fix.Splice;
import dev.plimsoll.text.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The ranges and file names that the fixes picked so far need for themselves. */
final class Taken {

  private final Map<String, TreeMap<Span, Replace>> edits = new HashMap<>();
  private final Set<String> created = new HashSet<>();

  /** Takes what a fix needs, or nothing if another needs a part of it too. */
  boolean take(Fix fix) {
    for (Replace edit : fix.replacements()) {
      if (conflicts(edit)) {
        return false;
      }
    }
    for (NewFile file : fix.newFiles()) {
      if (created.contains(file.name())) {
        return false;
      }
    }
    for (Replace edit : fix.replacements()) {
      edits.computeIfAbsent(edit.file(), file -> new TreeMap<>()).put(edit.span(), edit);
    }
    for (NewFile file : fix.newFiles()) {
      created.add(file.name());
    }
    return true;
  }

  /** What is taken does not overlap, so only its neighbours can. */
  private boolean conflicts(Replace edit) {
    TreeMap<Span, Replace> taken = edits.getOrDefault(edit.file(), new TreeMap<>());
    Map.Entry<Span, Replace> before = taken.floorEntry(edit.span());
    Map.Entry<Span, Replace> after = taken.higherEntry(edit.span());
    return (before != null && Splice.conflict(before.getValue(), edit))
        || (after != null && Splice.conflict(after.getValue(), edit));
  }
}
