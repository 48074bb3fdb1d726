package dev.plimsoll.rules.compose.references;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;

/**
 * A secret that no service is given must still be kept, and readers think that one relies on it.
 */
@RuleInfo(
    id = "compose/unused-secret",
    title = "Declared secret is used by no service",
    severity = Severity.WARNING,
    category = Category.MAINTAINABILITY,
    fix = Safety.UNSAFE)
public final class UnusedSecret extends ComposeRule {

  @Override
  public void file(ComposeFile file, RuleContext context) {
    Unused.check(file, "secrets", "secret", context);
  }
}
