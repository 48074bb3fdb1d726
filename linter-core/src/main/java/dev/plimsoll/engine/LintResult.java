package dev.plimsoll.engine;

import dev.plimsoll.rule.Outcome;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * An outcome, and what a writer needs beside it.
 *
 * @param changeSets files that are written together or not at all, created ones among them
 * @param hashes of the changed files as they were read
 */
public record LintResult(
    Outcome outcome, List<SortedSet<String>> changeSets, SortedMap<String, String> hashes) {
  public LintResult {
    changeSets = List.copyOf(changeSets);
    hashes = new TreeMap<>(hashes);
  }
}
