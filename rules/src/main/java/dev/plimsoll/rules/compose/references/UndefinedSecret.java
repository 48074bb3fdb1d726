package dev.plimsoll.rules.compose.references;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;

/** Compose starts nothing at all while a service asks for a secret that is not declared. */
@RuleInfo(
    id = "compose/undefined-secret",
    title = "Secret is not declared",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS)
public final class UndefinedSecret extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    if (Undeclared.isSettled(set, file)) {
      Undeclared.check(
          service.items("secrets"), service.anchor("secrets"), "secret", "secrets", set, context);
      Undeclared.check(
          service.items("build", "secrets"),
          service.anchor("build").child("secrets"),
          "secret",
          "secrets",
          set,
          context);
    }
  }
}
