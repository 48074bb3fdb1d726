package dev.plimsoll.engine;

import dev.plimsoll.fix.Edit.Replace;
import dev.plimsoll.fix.NewFile;
import dev.plimsoll.fix.Splice;
import dev.plimsoll.source.OverlayWorkspace;
import dev.plimsoll.text.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Fixes applied together on an overlay, and what the rules then say.
 *
 * @param splices the edits of each changed file
 */
record Trial(
    Analysis before, Analysis after, List<Candidate> fixes, SortedMap<String, Splice> splices) {

  /** Applies fixes that do not overlap. */
  static Trial of(Analyser analyser, Analysis before, List<Candidate> fixes) throws IOException {
    SortedMap<String, Splice> splices = new TreeMap<>();
    edits(fixes)
        .forEach(
            (file, edits) ->
                Splice.of(edits, Integer.MAX_VALUE).ifPresent(splice -> splices.put(file, splice)));
    OverlayWorkspace overlay = new OverlayWorkspace(before.workspace());
    SortedSet<String> changed = new TreeSet<>(splices.keySet());
    for (Map.Entry<String, Splice> entry : splices.entrySet()) {
      SourceText text = before.workspace().read(entry.getKey()).text();
      overlay.put(entry.getKey(), text.encode(entry.getValue().apply(text.content())));
    }
    for (NewFile file : newFiles(fixes)) {
      overlay.put(file.name(), file.text().getBytes(StandardCharsets.UTF_8), file.mode());
      changed.add(file.name());
    }
    Analysis after = analyser.after(before, overlay, changed);
    return new Trial(before, after, List.copyOf(fixes), splices);
  }

  /** Whether it shows what some fixes make of a state. */
  boolean isOf(Analysis state, List<Candidate> some) {
    return fixes.equals(some) && before.equals(state);
  }

  /** All edits, by file. */
  static SortedMap<String, List<Replace>> edits(Collection<Candidate> fixes) {
    SortedMap<String, List<Replace>> edits = new TreeMap<>();
    for (Candidate fix : fixes) {
      for (Replace edit : fix.fix().replacements()) {
        edits.computeIfAbsent(edit.file(), file -> new ArrayList<>()).add(edit);
      }
    }
    return edits;
  }

  static List<NewFile> newFiles(Collection<Candidate> fixes) {
    List<NewFile> files = new ArrayList<>();
    for (Candidate fix : fixes) {
      files.addAll(fix.fix().newFiles());
    }
    return files;
  }
}
