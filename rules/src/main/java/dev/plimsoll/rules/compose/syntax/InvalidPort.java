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

/** Compose refuses the whole project for one port that it cannot read. */
@RuleInfo(
    id = "compose/invalid-port",
    title = "Port mapping is not valid",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS)
public final class InvalidPort extends ComposeRule {

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    for (Refusal refusal : set.refusals()) {
      if (refusal.kind() == Refusal.Kind.PORT) {
        context.report(
            Finding.at(
                file.anchor(refusal.slice()),
                refusal.slice(),
                "%s: " + refusal.message(),
                refusal.slice()));
      }
    }
  }
}
