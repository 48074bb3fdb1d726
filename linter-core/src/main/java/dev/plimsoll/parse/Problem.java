package dev.plimsoll.parse;

import dev.plimsoll.text.Slice;

/**
 * Something a reader could not take as it stands. The rest of the file was still read.
 *
 * @param message what is wrong and, where it can be said, the cure; it names no value of the file
 */
public record Problem(Kind kind, Slice slice, String message) {

  /** Why the reader stumbled. */
  public enum Kind {
    /** The language's own reader refuses this. */
    SYNTAX,
    /** A key that its mapping has already; both were read. */
    DUPLICATE_KEY,
    /** Deeper or larger than we read; the message names the limit. */
    LIMIT
  }
}
