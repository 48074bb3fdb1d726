package dev.plimsoll.run;

import dev.plimsoll.run.PlannedSet.Entry;
import java.io.IOException;
import java.nio.file.Path;

/** Where the files of a plan lie: each temporary file right beside the file it is for. */
record Layout(Places places, String id) {

  private static final int KEPT = 40; // characters of a name, so that none grows too long

  Path target(Entry entry) throws IOException {
    return places.exact(entry.name());
  }

  /** The new bytes, complete, before they take their name. */
  Path staged(Entry entry) throws IOException {
    return beside(entry, ".tmp");
  }

  /** The file as it was: the very same file under a second name, or else a copy. */
  Path backup(Entry entry) throws IOException {
    return beside(entry, ".bak");
  }

  private Path beside(Entry entry, String suffix) throws IOException {
    Path target = target(entry);
    String name = String.valueOf(target.getFileName());
    int end = Math.min(name.length(), KEPT);
    if (end < name.length() && Character.isHighSurrogate(name.charAt(end - 1))) {
      end--;
    }
    String temporary =
        "." + name.substring(0, end) + ".plimsoll-" + id + "-" + entry.number() + suffix;
    return target.resolveSibling(temporary);
  }
}
