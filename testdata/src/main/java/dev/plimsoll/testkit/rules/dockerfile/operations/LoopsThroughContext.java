package dev.plimsoll.testkit.rules.dockerfile.operations;

import dev.plimsoll.model.dockerfile.KeyValues;
import dev.plimsoll.parse.dockerfile.tree.Pair;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;

/** It asks its context for ever; the context counts. */
@RuleInfo(
    id = "dockerfile/loops-through-context",
    title = "Saboteur: loops-through-context",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS)
public final class LoopsThroughContext extends DockerfileRule {

  @Override
  public void keyValues(KeyValues keyValues, RuleContext context) {
    for (Pair pair : keyValues.pairs()) {
      if (pair.value().text().equals("loops-through-context")) {
        while (true) {
          context.project();
        }
      }
    }
  }
}
