package dev.plimsoll.parse.small.tree;

import dev.plimsoll.text.Span;
import java.util.List;

/** A text with variables, as Compose takes it apart. Spans count in that text. */
public record VariableText(List<Part> parts) {

  /** A text without a part. */
  public static final VariableText EMPTY = new VariableText(List.of());

  public VariableText {
    parts = List.copyOf(parts);
  }

  /** What a text is made of. */
  public sealed interface Part {}

  /**
   * Characters that stand for themselves.
   *
   * @param text with one dollar for each escaped one
   */
  public record Literal(String text) implements Part {}

  /**
   * A variable.
   *
   * @param span from the dollar sign to the end of the name or the closing brace
   * @param name without the dollar sign and braces
   * @param nameSpan where the name stands
   * @param emptyIsUnset whether the operator has a colon
   * @param operandSpan what stands behind the operator; empty without one
   * @param operand the same, taken apart
   */
  public record Variable(
      Span span,
      String name,
      Span nameSpan,
      Operator operator,
      boolean emptyIsUnset,
      Span operandSpan,
      VariableText operand)
      implements Part {}

  /**
   * A dollar with a brace that begins no variable: Compose refuses the text once it comes here.
   *
   * @param tooDeep whether it may be one, in more variables than are read
   */
  public record Invalid(Span dollar, boolean tooDeep) implements Part {}

  /** What is asked of a variable. */
  public enum Operator {
    /** Nothing: empty where it is not set. */
    NONE,
    /** {@code :-} and {@code -}: another text where it is not set. */
    DEFAULT,
    /** {@code :?} and {@code ?}: an error where it is not set. */
    REQUIRED,
    /** {@code :+} and {@code +}: another text where it is set. */
    ALTERNATIVE
  }
}
