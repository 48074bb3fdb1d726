package dev.plimsoll.rules.compose.references;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;

/** A volume that nothing mounts makes readers look for data that is not there. */
@RuleInfo(
    id = "compose/unused-volume",
    title = "Declared volume is used by no service",
    severity = Severity.WARNING,
    category = Category.MAINTAINABILITY,
    fix = Safety.UNSAFE)
public final class UnusedVolume extends ComposeRule {

  @Override
  public void file(ComposeFile file, RuleContext context) {
    Unused.check(file, "volumes", "volume", context);
  }
}
