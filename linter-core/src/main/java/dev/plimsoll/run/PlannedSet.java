package dev.plimsoll.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files of one set, as the journal knows them.
 *
 * @param directories names of those made for its new files, outermost first
 */
record PlannedSet(List<Entry> entries, List<String> directories) {

  /**
   * One file.
   *
   * @param number unique in the journal; it tells the temporary files apart
   * @param name from the root, with no link on the way
   * @param oldHash empty for a new file
   */
  record Entry(int number, String name, Optional<String> oldHash, String newHash) {}

  PlannedSet {
    entries = List.copyOf(entries);
    directories = List.copyOf(directories);
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    for (Entry entry : entries) {
      names.add(entry.name());
    }
    return names;
  }
}
