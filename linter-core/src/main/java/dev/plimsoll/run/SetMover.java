package dev.plimsoll.run;

import dev.plimsoll.run.PlannedSet.Entry;
import dev.plimsoll.source.SourceFile;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes a staged set forward to its new files or back to its old ones. It trusts no memory of what
 * it did: each file's hash says where it stands, so both ways work from any half-way state.
 */
final class SetMover {

  private enum State {
    OLD,
    NEW,
    /** Somebody else's by now, never touched. */
    FOREIGN
  }

  private final Layout layout;
  private final Disk disk;

  SetMover(Layout layout, Disk disk) {
    this.layout = layout;
    this.disk = disk;
  }

  /** What taking a set back came to, by name. */
  record Undone(List<String> restored, List<String> foreign, List<String> stuck) {}

  /** The first file that is neither new nor could be made new. */
  Optional<String> obstacle(PlannedSet set) throws IOException {
    for (Entry entry : set.entries()) {
      State state = state(entry);
      if (state == State.FOREIGN || (state == State.OLD && !isStaged(entry))) {
        return Optional.of(entry.name());
      }
    }
    return Optional.empty();
  }

  /** Moves what is not yet moved; call it only without an {@link #obstacle}. */
  List<String> finish(PlannedSet set) throws IOException {
    List<String> moved = new ArrayList<>();
    for (Entry entry : set.entries()) {
      if (state(entry) != State.OLD) {
        continue;
      }
      try {
        if (entry.oldHash().isPresent()) {
          disk.replace(layout.staged(entry), layout.target(entry));
        } else {
          disk.create(layout.staged(entry), layout.target(entry));
        }
      } catch (IOException e) {
        throw new RefusedException(
            entry.name() + ": cannot be moved into place: " + IoReason.of(e));
      }
      moved.add(entry.name());
    }
    return moved;
  }

  /** Restores what was moved. Whatever fails is tried for the other files all the same. */
  Undone undo(PlannedSet set) {
    List<String> restored = new ArrayList<>();
    List<String> foreign = new ArrayList<>();
    List<String> stuck = new ArrayList<>();
    List<Entry> backwards = new ArrayList<>(set.entries());
    Collections.reverse(backwards);
    for (Entry entry : backwards) {
      try {
        State state = state(entry);
        if (state == State.NEW) {
          restore(entry);
          restored.add(entry.name());
        } else if (state == State.FOREIGN) {
          foreign.add(entry.name());
        }
      } catch (IOException e) {
        stuck.add(entry.name());
      }
    }
    return new Undone(restored, foreign, stuck);
  }

  private void restore(Entry entry) throws IOException {
    Optional<String> oldHash = entry.oldHash();
    if (oldHash.isEmpty()) {
      disk.uncreate(layout.target(entry));
    } else if (hasHash(layout.backup(entry), oldHash.get())) {
      disk.restore(layout.backup(entry), layout.target(entry));
    } else {
      throw new RefusedException(entry.name() + ": nothing is left to restore it from");
    }
  }

  boolean hasTemporaries(PlannedSet set) throws IOException {
    for (Entry entry : set.entries()) {
      if (Files.exists(layout.staged(entry), LinkOption.NOFOLLOW_LINKS)
          || Files.exists(layout.backup(entry), LinkOption.NOFOLLOW_LINKS)) {
        return true;
      }
    }
    return false;
  }

  /** Removes what stands beside the files, and made directories that are empty again. */
  void tidy(PlannedSet set) throws IOException {
    for (Entry entry : set.entries()) {
      disk.removeTemporary(layout.staged(entry));
      disk.removeTemporary(layout.backup(entry));
    }
    for (int i = set.directories().size() - 1; i >= 0; i--) {
      Path directory = layout.places().exact(set.directories().get(i));
      if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
        try {
          disk.removeTemporary(directory);
        } catch (DirectoryNotEmptyException e) {
          return; // it holds the new files, or somebody else's
        }
      }
    }
  }

  /** Brings the names of the sets' files, and of those beside them, onto the disk. */
  void sync(Iterable<PlannedSet> sets) throws IOException {
    Set<Path> directories = new TreeSet<>();
    directories.add(layout.places().root());
    for (PlannedSet set : sets) {
      for (Entry entry : set.entries()) {
        directories.add(layout.target(entry).resolveSibling(""));
      }
      for (String directory : set.directories()) {
        directories.add(layout.places().exact(directory).resolveSibling(""));
      }
    }
    for (Path directory : directories) {
      disk.sync(directory);
    }
  }

  private State state(Entry entry) throws IOException {
    Path target = layout.target(entry);
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return entry.oldHash().isEmpty() ? State.OLD : State.FOREIGN;
    }
    if (hasHash(target, entry.newHash())) {
      return State.NEW;
    }
    Optional<String> oldHash = entry.oldHash();
    return oldHash.isPresent() && hasHash(target, oldHash.get()) ? State.OLD : State.FOREIGN;
  }

  private boolean isStaged(Entry entry) throws IOException {
    return hasHash(layout.staged(entry), entry.newHash());
  }

  private static boolean hasHash(Path file, String hash) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && SourceFile.hash(Files.readAllBytes(file)).equals(hash);
  }
}
