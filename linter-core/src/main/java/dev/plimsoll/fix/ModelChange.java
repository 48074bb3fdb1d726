package dev.plimsoll.fix;

import dev.plimsoll.text.Anchor;

/**
 * A place of the judged model that a fix declares to change. Whatever else changes withdraws it.
 *
 * @param file the file in which the anchor stands
 * @param to where {@link Kind#MOVE} takes it, else the anchor itself
 * @param toFile the file of {@code to}
 */
public record ModelChange(Kind kind, String file, Anchor anchor, String toFile, Anchor to) {

  /**
   * What happens there. Those from {@link #ASSUME_YES} on mean the same to every user and are
   * allowed in a safe fix.
   */
  public enum Kind {
    CHANGE,
    ADD,
    REMOVE,
    MOVE,
    ASSUME_YES,
    QUOTING,
    SPELLING,
    COMMENT,
    /** A part of an OpenAPI document goes behind a reference, and reads the same when resolved. */
    SHARING;

    public boolean allowedInSafeFix() {
      return compareTo(ASSUME_YES) >= 0;
    }
  }

  public static ModelChange of(Kind kind, String file, Anchor anchor) {
    return new ModelChange(kind, file, anchor, file, anchor);
  }

  public static ModelChange move(String file, Anchor anchor, String toFile, Anchor to) {
    return new ModelChange(Kind.MOVE, file, anchor, toFile, to);
  }

  ModelChange declaredAt(Anchor address, Anchor owner) {
    return new ModelChange(
        kind,
        file,
        anchor.isWithin(address) ? owner : anchor,
        toFile,
        to.isWithin(address) ? owner : to);
  }
}
