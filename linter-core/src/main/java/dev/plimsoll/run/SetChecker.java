package dev.plimsoll.run;

import dev.plimsoll.run.PlannedSet.Entry;
import dev.plimsoll.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks, before anything is written, whether each file of a set is still what was read. */
final class SetChecker {

  private final Places places;
  private final Set<Path> taken = new HashSet<>(); // files of the sets so far
  private int entries;

  SetChecker(Places places) {
    this.places = places;
  }

  CheckedSet check(int index, List<FileChange> set) throws RefusedException {
    List<Entry> planned = new ArrayList<>();
    List<FileChange> changes = new ArrayList<>();
    List<String> directories = new ArrayList<>();
    Set<Path> own = new HashSet<>();
    for (FileChange change : set) {
      Path path = places.follow(change.name());
      if (taken.contains(path) || !own.add(path)) {
        throw new RefusedException(change.name() + ": another change writes the same file");
      }
      String newHash = change.newHash();
      Optional<String> expected = change.expectedHash();
      if (expected.isPresent()) {
        requireUnchanged(change.name(), path, expected.get());
        if (expected.get().equals(newHash)) {
          continue; // it is what it shall be
        }
      } else {
        requireAbsent(change.name(), path, directories);
      }
      planned.add(new Entry(entries++, places.name(path), expected, newHash));
      changes.add(change);
    }
    taken.addAll(own);
    return new CheckedSet(index, new PlannedSet(planned, directories), changes);
  }

  private static void requireUnchanged(String name, Path path, String hash)
      throws RefusedException {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new RefusedException(name + ": no file any more; run again");
    }
    String found;
    try {
      found = SourceFile.hash(Files.readAllBytes(path));
    } catch (IOException e) {
      throw new RefusedException(name + ": cannot be read again: " + IoReason.of(e));
    }
    if (!found.equals(hash)) {
      throw new RefusedException(name + ": changed since it was read; run again");
    }
    if (!Files.isWritable(path)) {
      throw new RefusedException(name + ": is write-protected");
    }
  }

  /** Also notes which directories must be made for it, outermost first. */
  private void requireAbsent(String name, Path path, List<String> directories)
      throws RefusedException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new RefusedException(name + ": a file of this name came into being; run again");
    }
    int first = directories.size();
    Path parent = path.resolveSibling("");
    while (!Files.exists(parent, LinkOption.NOFOLLOW_LINKS)) {
      String directory = places.name(parent);
      if (!directories.contains(directory)) {
        directories.add(first, directory);
      }
      parent = parent.resolveSibling("");
    }
    if (!Files.isDirectory(parent)) {
      throw new RefusedException(name + ": " + places.name(parent) + " is no directory");
    }
  }
}
