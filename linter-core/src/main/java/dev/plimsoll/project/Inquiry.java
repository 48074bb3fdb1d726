package dev.plimsoll.project;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one rule asked while it looked at one file, whether it reported or not: the edges of the
 * project that its silence or its finding rests on.
 */
public final class Inquiry {

  private final SortedSet<String> files = new TreeSet<>();
  private boolean lackedContext;
  private Optional<String> leftOut = Optional.empty();

  /** Notes that an answer rests on a file, or on its absence. */
  public void reached(String file) {
    files.add(file);
  }

  /** Notes all that another inquiry has. */
  public void add(Inquiry other) {
    files.addAll(other.files);
    lackedContext |= other.lackedContext;
    leftOut = leftOut.isPresent() ? leftOut : other.leftOut;
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

  /** The files reached, those looked for and not found included. */
  public SortedSet<String> files() {
    return files;
  }

  public boolean isComplete() {
    return !lackedContext;
  }
}
