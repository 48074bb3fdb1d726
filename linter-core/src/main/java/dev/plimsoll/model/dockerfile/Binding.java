package dev.plimsoll.model.dockerfile;

import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;

/** One thing that a variable may hold when a word is expanded. */
sealed interface Binding {

  /** Set, possibly to nothing. */
  record Text(String text, Slice origin) implements Binding {}

  /** Not set: it expands to nothing, and the operators can tell. */
  record Unset() implements Binding {}

  /** Set or not, and to what, is not to be known. */
  record Unknown(Value.Unknown value) implements Binding {}
}
