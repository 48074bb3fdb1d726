package dev.plimsoll.rules.compose.references;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;

/** Compose starts nothing at all while a service asks for a config that is not declared. */
@RuleInfo(
    id = "compose/undefined-config",
    title = "Config is not declared",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS)
public final class UndefinedConfig extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    if (Undeclared.isSettled(set, file)) {
      Undeclared.check(
          service.items("configs"), service.anchor("configs"), "config", "configs", set, context);
    }
  }
}
