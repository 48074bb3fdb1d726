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

/** Its fix edits a file that is no target. */
@RuleInfo(
    id = "dockerfile/edits-foreign-file",
    title = "Saboteur: edits-foreign-file",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class EditsForeignFile extends Sabotage {

  public EditsForeignFile() {
    super("edits-foreign-file");
  }

  @Override
  Finding sabotage(KeyValues keyValues, Pair pair, Finding finding) {
    return finding.withFix(
        Fix.unsafe(
                "Trespass",
                Edit.replace(pair.value().slice(), "x"),
                new Edit.Replace("README.md", Span.at(0), "x"))
            .changing(keyValues.anchor()));
  }
}
