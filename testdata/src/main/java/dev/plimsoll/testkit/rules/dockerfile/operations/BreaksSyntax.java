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

/** Its fix leaves a file that the builder refuses. */
@RuleInfo(
    id = "dockerfile/breaks-syntax",
    title = "Saboteur: breaks-syntax",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class BreaksSyntax extends Sabotage {

  public BreaksSyntax() {
    super("breaks-syntax");
  }

  @Override
  Finding sabotage(KeyValues keyValues, Pair pair, Finding finding) {
    return finding.withFix(
        Fix.unsafe(
                "Break the syntax",
                Edit.replace(pair.value().slice(), "x"),
                Edit.insertAfter(keyValues.tree().slice(), "\nFROM one two three"))
            .changing(keyValues.anchor()));
  }
}
