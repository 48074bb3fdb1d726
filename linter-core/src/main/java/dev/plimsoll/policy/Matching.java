package dev.plimsoll.policy;

import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.policy.path.TextPattern;
import java.util.Optional;

/** Asks for a text with a pattern in it, or without. */
public record Matching(TextPattern pattern, OneOf.Sense sense) implements Assertion {

  @Override
  public void judge(Target target, Verdicts verdicts) {
    Optional<Scalar> scalar = target.scalar();
    if (scalar.isEmpty() || scalar.get().isNull()) {
      return;
    }
    boolean is = pattern.isIn(scalar.get().text());
    if (sense == OneOf.Sense.WANTED && !is) {
      Assertion.failAs(target, verdicts, "must match %s", pattern.toString());
    } else if (sense == OneOf.Sense.FORBIDDEN && is) {
      Assertion.failAs(target, verdicts, "must not match %s", pattern.toString());
    }
  }
}
