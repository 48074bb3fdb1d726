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

/** Its fix changes something, but not what it complains of. */
@RuleInfo(
    id = "dockerfile/leaves-finding",
    title = "Saboteur: leaves-finding",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class LeavesFinding extends Sabotage {

  public LeavesFinding() {
    super("leaves-finding");
  }

  @Override
  Finding sabotage(KeyValues keyValues, Pair pair, Finding finding) {
    return finding.withFix(
        Fix.unsafe("Leave it", Edit.insertAfter(keyValues.tree().slice(), " other=x"))
            .changing(keyValues.anchor()));
  }
}
