package dev.plimsoll.testkit.rules.dockerfile.operations;

import dev.plimsoll.model.dockerfile.KeyValues;
import dev.plimsoll.parse.dockerfile.tree.Pair;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;

/** It runs for ever by itself; only who runs the engine can give it up. */
@RuleInfo(
    id = "dockerfile/loops-by-itself",
    title = "Saboteur: loops-by-itself",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS)
public final class LoopsByItself extends DockerfileRule {

  @Override
  public void keyValues(KeyValues keyValues, RuleContext context) {
    for (Pair pair : keyValues.pairs()) {
      if (pair.value().text().equals("loops-by-itself")) {
        while (true) {
          Thread.onSpinWait();
        }
      }
    }
  }
}
