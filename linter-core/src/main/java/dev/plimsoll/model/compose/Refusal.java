package dev.plimsoll.model.compose;

import dev.plimsoll.text.Slice;

/**
 * Something for which Compose refuses to load a file set.
 *
 * @param message what is wrong and the cure; it names no value that may be a secret
 */
public record Refusal(Kind kind, Cause cause, Slice slice, String message) {

  /** One whose kind says enough. */
  Refusal(Kind kind, Slice slice, String message) {
    this(kind, Cause.OTHER, slice, message);
  }

  /** Whether files or services name each other in a circle. */
  public boolean isCircle() {
    return cause == Cause.CIRCLE;
  }

  /** Whether a file that is included or extended is not there; its path is the slice. */
  public boolean isFileAbsent() {
    return cause == Cause.FILE_ABSENT;
  }

  /** Whether a service that is extended is not in its file; its name is the slice. */
  public boolean isServiceAbsent() {
    return cause == Cause.SERVICE_ABSENT;
  }

  /** What is wrong with other files, where rules tell it apart. */
  public enum Cause {
    CIRCLE,
    FILE_ABSENT,
    SERVICE_ABSENT,
    OTHER
  }

  /** What is wrong: each is the matter of a rule of its own. */
  public enum Kind {
    YAML,
    SHAPE,
    INTERPOLATION,
    PORT,
    MOUNT,
    EXTENDS,
    INCLUDE,
    MERGE,
    /** Compose would go on, for as long as it takes. */
    LIMIT
  }
}
