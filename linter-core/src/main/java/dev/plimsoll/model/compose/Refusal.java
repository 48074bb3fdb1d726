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

  /** Whether a file that is included or extended is not there; its path is the slice. */
  public boolean isFileAbsent() {
    return isOfOtherFiles() && message.startsWith("no such file");
  }

  /** Whether a service that is extended is not in its file; its name is the slice. */
  public boolean isServiceAbsent() {
    return isOfOtherFiles() && message.startsWith("no service of this name");
  }

  private boolean isOfOtherFiles() {
    return kind == Kind.INCLUDE || kind == Kind.EXTENDS;
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
