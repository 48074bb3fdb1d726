package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import java.util.Optional;

/** Replaces the variables in every text of a document. */
abstract class Variables extends NodePass {

  /** A document as it is written. */
  static final Variables NONE =
      new Variables() {
        @Override
        Scalar replaced(Scalar scalar, ComposePath path) {
          return scalar;
        }
      };

  /** A text with its variables replaced, and cast to what its path asks for. */
  abstract Scalar replaced(Scalar scalar, ComposePath path);

  @Override
  final Optional<ComposeNode> replace(ComposeNode node, ComposePath path) {
    return node instanceof Scalar scalar && scalar.type() == ComposeNode.Type.STRING
        ? Optional.of(replaced(scalar, path))
        : Optional.empty();
  }
}
