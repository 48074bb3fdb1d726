package dev.plimsoll.testkit.rules.dockerfile.operations;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.dockerfile.KeyValues;
import dev.plimsoll.parse.dockerfile.tree.Pair;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;

/** Its fix calls itself safe and changes what the image says. */
@RuleInfo(
    id = "dockerfile/safe-liar",
    title = "Saboteur: safe-liar",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class SafeLiar extends Sabotage {

  public SafeLiar() {
    super("safe-liar");
  }

  @Override
  Finding sabotage(KeyValues keyValues, Pair pair, Finding finding) {
    return finding.withFix(Fix.safe("Lie", Edit.replace(pair.value().slice(), "mended")));
  }
}
