package dev.plimsoll.parse.dockerfile.tree;

import dev.plimsoll.text.Slice;

/** A leaf: where it stands, continuations within it included. */
public record Word(Slice slice) {

  /** Its characters without continuations; quotes and escapes stand as written. */
  public String text() {
    return slice.text();
  }
}
