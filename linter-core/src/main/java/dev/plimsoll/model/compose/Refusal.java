package dev.plimsoll.model.compose;

import dev.plimsoll.text.Slice;

/**
 * Something for which Compose refuses to load a file set.
 *
 * @param message what is wrong and the cure; it names no value that may be a secret
 */
public record Refusal(Kind kind, Slice slice, String message) {

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
