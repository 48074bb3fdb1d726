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

/** Its fix changes ENV and says that it changes LABEL. */
@RuleInfo(
    id = "dockerfile/changes-undeclared-anchor",
    title = "Saboteur: changes-undeclared-anchor",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class ChangesUndeclaredAnchor extends Sabotage {

  public ChangesUndeclaredAnchor() {
    super("changes-undeclared-anchor");
  }

  @Override
  Finding sabotage(KeyValues keyValues, Pair pair, Finding finding) {
    return finding.withFix(
        Fix.unsafe(
                "Change more",
                Edit.replace(pair.value().slice(), "x"),
                Edit.insertAfter(keyValues.tree().slice(), "\nENV stray=1"))
            .changing(keyValues.anchor()));
  }
}
