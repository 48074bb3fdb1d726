package dev.plimsoll.engine;

import dev.plimsoll.source.Workspace;
import dev.plimsoll.text.SourceText;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All files of a run in one state of the workspace, judged.
 *
 * @param texts what was read, by name
 * @param judged what the rules said, by name; the same names
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
}
