package dev.plimsoll.rules.compose.references;

import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;

/** A container whose secret has no file does not start. */
@RuleInfo(
    id = "compose/secret-file-missing",
    title = "File of a secret does not exist",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT)
public final class SecretFileMissing extends ComposeRule {

  @Override
  public void across(ComposeSet set, RuleContext context) {
    MountedFiles.check("secrets", "the file %s of the secret %s does not exist", set, context);
  }
}
