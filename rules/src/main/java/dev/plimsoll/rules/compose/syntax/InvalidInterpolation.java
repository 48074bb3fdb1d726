package dev.plimsoll.rules.compose.syntax;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.Refusal;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;

/** Compose knows few of the shell's forms, and refuses the project for any other. */
@RuleInfo(
    id = "compose/invalid-interpolation",
    title = "Variable expression cannot be parsed",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS)
public final class InvalidInterpolation extends ComposeRule {

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    for (Refusal refusal : set.refusals()) {
      if (refusal.kind() == Refusal.Kind.INTERPOLATION) {
        context.report(
            Finding.at(file.anchor(refusal.slice()), refusal.slice(), "%s", refusal.message()));
      }
    }
  }
}
