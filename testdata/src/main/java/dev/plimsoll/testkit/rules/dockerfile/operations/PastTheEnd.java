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
import dev.plimsoll.text.Span;

/** Its fix has an edit behind the end of the text. */
@RuleInfo(
    id = "dockerfile/past-the-end",
    title = "Saboteur: past-the-end",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class PastTheEnd extends Sabotage {

  public PastTheEnd() {
    super("past-the-end");
  }

  @Override
  Finding sabotage(KeyValues keyValues, Pair pair, Finding finding) {
    int length = keyValues.tree().slice().source().host().content().length();
    String file = keyValues.tree().slice().place().file();
    return finding.withFix(
        Fix.unsafe("Overshoot", new Edit.Replace(file, new Span(length, length + 5), "x"))
            .changing(keyValues.anchor()));
  }
}
