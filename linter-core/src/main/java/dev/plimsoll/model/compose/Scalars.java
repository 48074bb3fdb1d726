package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/** What Compose adds, and what scalars say. */
final class Scalars {

  private Scalars() {}

  /** A value that Compose adds, and what it was added to. */
  static Scalar added(Slice to, String text) {
    return Scalar.of(to, text, ComposeNode.Type.STRING);
  }

  /** A flag that Compose adds, and what it was added to. */
  static Scalar added(Slice to, boolean flag) {
    return Scalar.of(to, String.valueOf(flag), ComposeNode.Type.BOOLEAN);
  }

  /** The text of a node that is a text. */
  static Optional<String> text(Optional<ComposeNode> node) {
    return node.isPresent() && node.get() instanceof Scalar scalar
        ? Optional.of(scalar.text())
        : Optional.empty();
  }
}
