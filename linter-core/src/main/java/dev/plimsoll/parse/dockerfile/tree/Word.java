package dev.plimsoll.parse.dockerfile.tree;

import dev.plimsoll.text.Slice;

/** A leaf: where it stands, continuations within it included. */
public record Word(Slice slice) {

  /**
   * Its characters without continuations. In JSON strings and flags quotes and escapes are undone;
   * elsewhere they stand as written, since the builder undoes them together with variables.
   */
  public String text() {
    return slice.text();
  }
}
