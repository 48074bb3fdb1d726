package dev.plimsoll.testkit.rules.dockerfile.operations;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.dockerfile.KeyValues;
import dev.plimsoll.parse.dockerfile.tree.Pair;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;

/**
 * Its fix is not idempotent: each adds one more line that it complains of, in LABEL and ENV by
 * turns.
 */
@RuleInfo(
    id = "dockerfile/grows-for-ever",
    title = "Saboteur: grows-for-ever",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class GrowsForEver extends Sabotage {

  public GrowsForEver() {
    super("grows-for-ever");
  }

  @Override
  Finding sabotage(KeyValues keyValues, Pair pair, Finding finding) {
    String next = keyValues.tree().name().equals("LABEL") ? "ENV" : "LABEL";
    String own = keyValues.anchor().address();
    Anchor added = new Anchor(own.substring(0, own.lastIndexOf('/'))).child(next);
    String file = keyValues.tree().slice().place().file();
    return finding.withFix(
        Fix.unsafe(
                "Grow",
                Edit.replace(pair.value().slice(), "grown"),
                Edit.insertAfter(
                    keyValues.tree().slice(), "\n" + next + " sabotage=grows-for-ever"))
            .changing(keyValues.anchor())
            .declaring(ModelChange.of(ModelChange.Kind.ADD, file, added))
            .mayTrigger("dockerfile/grows-for-ever"));
  }
}
