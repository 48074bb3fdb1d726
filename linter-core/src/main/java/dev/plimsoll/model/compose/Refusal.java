package dev.plimsoll.model.compose;

import dev.plimsoll.text.Slice;

/**
 * Something for which Compose refuses to load a file set.
 *
 * @param message what is wrong and the cure; it names no value that may be a secret
 */
public record Refusal(Kind kind, Slice slice, String message) {

  /** Whether files or services name each other in a circle. */
  public boolean isCircle() {
    return message.endsWith("in a circle");
  }

  /** Whether a file or a service that is included or extended is not there. */
  public boolean isAbsence() {
    return (kind == Kind.INCLUDE || kind == Kind.EXTENDS)
        && (message.startsWith("no such file") || message.startsWith("no service of this name"));
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
