package dev.plimsoll.model.compose;

import dev.plimsoll.parse.small.tree.VariableText.Operator;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/**
 * A variable in a scalar of a Compose file.
 *
 * @param expression from the dollar sign to the end of the name or the closing brace
 * @param name without the dollar sign and braces
 * @param emptyIsUnset whether the operator has a colon
 * @param operand what stands behind the operator, variables in it not replaced; none without one
 * @param set whether a file sets it, or Compose itself
 * @param reached whether Compose looks at it where nothing but the files sets variables: not, for
 *     one in a default that is not needed
 */
public record VariableUse(
    Slice expression,
    Slice name,
    Operator operator,
    boolean emptyIsUnset,
    Optional<Slice> operand,
    boolean set,
    boolean reached) {

  /** Whether Compose refuses to go on without a value for it. */
  public boolean isRequired() {
    return operator == Operator.REQUIRED;
  }

  /** What stands for it where it is not set, variables in it not replaced. */
  public Optional<String> defaultText() {
    return operator == Operator.DEFAULT && operand.isPresent()
        ? Optional.of(operand.get().text())
        : Optional.empty();
  }

  /** Whether Compose warns that nothing sets it, and puts nothing in its place. */
  public boolean isForgotten() {
    return operator == Operator.NONE && reached && !set;
  }
}
