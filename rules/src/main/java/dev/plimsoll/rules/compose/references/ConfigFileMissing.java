package dev.plimsoll.rules.compose.references;

import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;

/** A container whose config has no file does not start. */
@RuleInfo(
    id = "compose/config-file-missing",
    title = "File of a config does not exist",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS)
public final class ConfigFileMissing extends ComposeRule {

  @Override
  public void across(ComposeSet set, RuleContext context) {
    MountedFiles.check("configs", "the file %s of the config %s does not exist", set, context);
  }
}
