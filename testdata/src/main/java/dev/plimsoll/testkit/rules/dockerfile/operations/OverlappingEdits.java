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

/** Its fix has two edits that overlap. */
@RuleInfo(
    id = "dockerfile/overlapping-edits",
    title = "Saboteur: overlapping-edits",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class OverlappingEdits extends Sabotage {

  public OverlappingEdits() {
    super("overlapping-edits");
  }

  @Override
  Finding sabotage(KeyValues keyValues, Pair pair, Finding finding) {
    return finding.withFix(
        Fix.unsafe(
                "Overlap",
                Edit.replace(pair.value().slice(), "x"),
                Edit.replace(pair.value().slice().part(0, 3), "y"))
            .changing(keyValues.anchor()));
  }
}
