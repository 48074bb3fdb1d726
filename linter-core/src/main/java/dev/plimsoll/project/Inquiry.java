package dev.plimsoll.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one rule asked while it looked at one file, whether it reported or not: the edges of the
 * project that its silence or its finding rests on.
 */
public final class Inquiry {

  private final SortedSet<String> files = new TreeSet<>();
  private final List<Set<String>> shared = new ArrayList<>(0);
  private boolean lackedContext;
  private Optional<String> leftOut = Optional.empty();

  /** Notes that an answer rests on a file, or on its absence. */
  public void reached(String file) {
    files.add(file);
  }

  /** Notes all that another inquiry has. */
  public void add(Inquiry other) {
    files.addAll(other.files);
    for (Set<String> each : other.shared) {
      addShared(each);
    }
    lackedContext |= other.lackedContext;
    leftOut = leftOut.isPresent() ? leftOut : other.leftOut;
  }

  /**
   * Notes all that another inquiry has, which takes no more notes from now on: its files are not
   * copied, for many files may rest on the very same.
   */
  public void share(Inquiry other) {
    addShared(other.files);
    for (Set<String> each : other.shared) {
      addShared(each);
    }
    lackedContext |= other.lackedContext;
    leftOut = leftOut.isPresent() ? leftOut : other.leftOut;
  }

  @SuppressWarnings("ReferenceEquality") // the set itself, not one like it
  private void addShared(Set<String> more) {
    for (Set<String> known : shared) {
      if (known == more) {
        return;
      }
    }
    shared.add(more);
  }

  /** The sets of files that it has in common with others. */
  public List<Set<String>> shared() {
    return shared;
  }

  /** Notes that an answer could not be given. */
  public void lackedContext() {
    lackedContext = true;
  }

  /**
   * Notes that an answer stops at a limit.
   *
   * @param what it says nothing of
   */
  public void leftOut(String what) {
    leftOut = Optional.of(what);
  }

  /** What no answer speaks of, as it is too much. */
  public Optional<String> leftOut() {
    return leftOut;
  }

  /** The files reached, those looked for and not found included, without the shared ones. */
  public SortedSet<String> files() {
    return files;
  }

  public boolean isComplete() {
    return !lackedContext;
  }
}
