package dev.plimsoll.engine;

import dev.plimsoll.project.Project;
import dev.plimsoll.source.Workspace;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All files of a run in one state of the workspace, linked and judged.
 *
 * @param parsed what was understood, by name
 * @param judged what the rules said, by name; the same names
 * @param unread why the others were not, by name
 * @param readers what a proof reads single texts with
 */
record Analysis(
    Workspace workspace,
    SortedMap<String, ParsedFile> parsed,
    Project project,
    SortedMap<String, FileAnalysis> judged,
    SortedMap<String, String> unread,
    Readers readers) {

  Analysis {
    parsed = Collections.unmodifiableSortedMap(new TreeMap<>(parsed));
    judged = Collections.unmodifiableSortedMap(new TreeMap<>(judged));
    unread = Collections.unmodifiableSortedMap(new TreeMap<>(unread));
  }
}
