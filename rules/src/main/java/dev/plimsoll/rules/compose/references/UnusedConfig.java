package dev.plimsoll.rules.compose.references;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;

/**
 * A config that no service is given suggests that one is set up by it, and edits of it do nothing.
 */
@RuleInfo(
    id = "compose/unused-config",
    title = "Declared config is used by no service",
    severity = Severity.WARNING,
    category = Category.MAINTAINABILITY,
    fix = Safety.UNSAFE)
public final class UnusedConfig extends ComposeRule {

  @Override
  public void file(ComposeFile file, RuleContext context) {
    Unused.check(file, "configs", "config", context);
  }
}
