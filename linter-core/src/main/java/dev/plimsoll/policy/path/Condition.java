package dev.plimsoll.policy.path;

import java.util.List;

/** What a filter asks of a child. */
sealed interface Condition {

  record Or(List<Condition> parts) implements Condition {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  record And(List<Condition> parts) implements Condition {
    public And {
      parts = List.copyOf(parts);
    }
  }

  record Not(Condition part) implements Condition {}

  /** Whether a query finds something. */
  record Exists(Selector.Query query) implements Condition {}

  /** {@code match} or {@code search}. */
  record Matches(Operand text, Operand pattern, boolean whole) implements Condition {}

  record Comparison(Operand left, Operator operator, Operand right) implements Condition {}

  /** The comparisons. */
  enum Operator {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS_OR_EQUAL("<="),
    GREATER_OR_EQUAL(">="),
    LESS("<"),
    GREATER(">");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }
  }

  /** What gives one value, or none. */
  sealed interface Operand {

    record Literal(PathValue value) implements Operand {}

    /** The node of a query that leads to one at most. */
    record Single(Selector.Query query) implements Operand {}

    /** {@code length(…)}. */
    record Length(Operand of) implements Operand {}

    /** {@code count(…)}. */
    record Count(Selector.Query query) implements Operand {}

    /** {@code value(…)}: the node of a query that finds exactly one. */
    record Only(Selector.Query query) implements Operand {}
  }
}
