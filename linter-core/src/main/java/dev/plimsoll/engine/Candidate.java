package dev.plimsoll.engine;

import dev.plimsoll.fix.Edit.Replace;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.NewFile;
import dev.plimsoll.text.Place;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One fix of one finding that may be applied in this round.
 *
 * @param choice its index among the finding's fixes
 * @param asRead where its finding stands in the text as read
 */
record Candidate(Reported reported, Fix fix, int choice, Place asRead) {

  /** The files it edits or creates. */
  SortedSet<String> files() {
    SortedSet<String> files = new TreeSet<>();
    for (Replace edit : fix.replacements()) {
      files.add(edit.file());
    }
    for (NewFile file : fix.newFiles()) {
      files.add(file.name());
    }
    return files;
  }

  Id id() {
    return Id.of(reported.by().id(), asRead, choice);
  }

  /**
   * Names one fix over all rounds of a run: rule, start in the text as read, and which choice. Not
   * the end: text that an earlier round wrote has none in the text as read.
   */
  record Id(String rule, String file, int start, int choice) {
    static Id of(String rule, Place asRead, int choice) {
      return new Id(rule, asRead.file(), asRead.span().start(), choice);
    }
  }
}
