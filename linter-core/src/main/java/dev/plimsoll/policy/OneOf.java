package dev.plimsoll.policy;

import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import java.util.List;
import java.util.Optional;

/** Asks for one of some texts, or for none of them; how they are quoted counts for nothing. */
public record OneOf(List<String> texts, Sense sense) implements Assertion {

  /** Whether the texts are wanted or forbidden. */
  public enum Sense {
    WANTED,
    FORBIDDEN
  }

  public OneOf {
    texts = List.copyOf(texts);
  }

  @Override
  public void judge(Target target, Verdicts verdicts) {
    Optional<Scalar> scalar = target.scalar();
    if (scalar.isEmpty()) {
      if (target.node().isPresent() && sense == Sense.WANTED) {
        Assertion.failAs(target, verdicts, "must be %s", wanted());
      }
      return;
    }
    boolean is = texts.contains(scalar.get().text());
    if (sense == Sense.WANTED && !is) {
      Assertion.failAs(target, verdicts, "must be %s", wanted());
    } else if (sense == Sense.FORBIDDEN && is) {
      Assertion.fail(target, verdicts, "must not be %s", target.value());
    }
  }

  private String wanted() {
    return texts.size() == 1 ? texts.get(0) : "one of " + String.join(", ", texts);
  }
}
