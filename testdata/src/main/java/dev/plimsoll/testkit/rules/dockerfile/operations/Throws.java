package dev.plimsoll.testkit.rules.dockerfile.operations;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.dockerfile.KeyValues;
import dev.plimsoll.parse.dockerfile.tree.Pair;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;

/** It fails. */
@RuleInfo(
    id = "dockerfile/throws",
    title = "Saboteur: throws",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class Throws extends Sabotage {

  public Throws() {
    super("throws");
  }

  @Override
  Finding sabotage(KeyValues keyValues, Pair pair, Finding finding) {
    throw new IllegalStateException("secret text of " + pair.value().text() + keyValues + finding);
  }
}
