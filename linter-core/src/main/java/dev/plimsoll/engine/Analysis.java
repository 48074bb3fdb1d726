package dev.plimsoll.engine;

import dev.plimsoll.source.Workspace;
import dev.plimsoll.text.SourceText;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All files of a run in one state of the workspace, judged.
 *
 * @param texts what was read, by name
 * @param judged what the rules said, by name; the same names, or some of them: {@link #only}
 * @param unread why the others were not, by name
 * @param readers what a proof reads single texts with
 */
record Analysis(
    Workspace workspace,
    SortedMap<String, SourceText> texts,
    SortedMap<String, FileAnalysis> judged,
    SortedMap<String, String> unread,
    RunReaders readers) {

  Analysis {
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    judged = Collections.unmodifiableSortedMap(new TreeMap<>(judged));
    unread = Collections.unmodifiableSortedMap(new TreeMap<>(unread));
  }

  /**
   * The same state, of which some files alone are judged, now and when it changes: trials of a few
   * fixes need not look at all files each time.
   */
  Analysis only(Set<String> files) {
    SortedMap<String, FileAnalysis> some = new TreeMap<>();
    for (String file : files) {
      FileAnalysis known = judged.get(file);
      if (known != null) {
        some.put(file, known);
      }
    }
    return some.size() == judged.size()
        ? this
        : new Analysis(workspace, texts, some, unread, readers);
  }
}
