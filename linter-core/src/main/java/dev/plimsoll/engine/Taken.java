package dev.plimsoll.engine;

import dev.plimsoll.fix.Edit.Replace;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewFile;
import dev.plimsoll.fix.Splice;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the fixes picked so far need for themselves: ranges, names of new files, and places of the
 * model. Two rules that change what one place does would each be judged by what the other made of
 * it, so the second waits for the next round.
 */
final class Taken {

  private final Map<String, TreeMap<Span, Replace>> edits = new HashMap<>();
  private final Map<List<Object>, Replace> entries = new HashMap<>();
  private final Set<String> created = new HashSet<>();
  private final Map<String, Map<Anchor, String>> changed = new HashMap<>();

  /** Takes what a rule's fix needs, or nothing if another needs a part of it too. */
  boolean take(String rule, Fix fix) {
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
    for (ModelChange change : fix.changes()) {
      if (isChangedByOther(change, rule)) {
        return false;
      }
    }
    for (Replace edit : fix.replacements()) {
      edits.computeIfAbsent(edit.file(), file -> new TreeMap<>()).put(edit.span(), edit);
      if (edit.entry().isPresent()) {
        entries.put(entry(edit), edit);
      }
    }
    for (NewFile file : fix.newFiles()) {
      created.add(file.name());
    }
    for (ModelChange change : fix.changes()) {
      if (!change.kind().allowedInSafeFix()) {
        changed.computeIfAbsent(change.file(), file -> new HashMap<>()).put(change.anchor(), rule);
      }
    }
    return true;
  }

  private boolean isChangedByOther(ModelChange change, String rule) {
    String owner =
        changed.getOrDefault(change.file(), Map.of()).getOrDefault(change.anchor(), rule);
    return !change.kind().allowedInSafeFix() && !owner.equals(rule);
  }

  private static List<Object> entry(Replace edit) {
    return List.of(edit.file(), edit.span(), edit.entry().orElse(""));
  }

  /**
   * What is taken does not overlap, so only its neighbours can; of entries at one place, that of
   * the same name.
   */
  private boolean conflicts(Replace edit) {
    Replace same = entries.get(entry(edit));
    if (same != null && edit.entry().isPresent()) {
      return Splice.conflict(same, edit);
    }
    TreeMap<Span, Replace> taken = edits.getOrDefault(edit.file(), new TreeMap<>());
    Map.Entry<Span, Replace> before = taken.floorEntry(edit.span());
    Map.Entry<Span, Replace> after = taken.higherEntry(edit.span());
    return (before != null && Splice.conflict(before.getValue(), edit))
        || (after != null && Splice.conflict(after.getValue(), edit));
  }
}
