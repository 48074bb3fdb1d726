package dev.plimsoll.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The other files, present or not, that what is said of a file rests on. Sets that many files have
 * in common are held once: each of the thousands of files of a description rests on all of them.
 */
record Reliance(SortedSet<String> own, List<Set<String>> shared) {

  static final Reliance NONE = new Reliance(new TreeSet<>(), List.of());

  Reliance {
    own = Collections.unmodifiableSortedSet(new TreeSet<>(own));
    shared = List.copyOf(shared);
  }

  /** Which of some files are among them. */
  List<String> among(Set<String> files) {
    List<String> found = new ArrayList<>();
    for (String file : files) {
      boolean isThere = own.contains(file);
      for (int i = 0; i < shared.size() && !isThere; i++) {
        isThere = shared.get(i).contains(file);
      }
      if (isThere) {
        found.add(file);
      }
    }
    return found;
  }
}
