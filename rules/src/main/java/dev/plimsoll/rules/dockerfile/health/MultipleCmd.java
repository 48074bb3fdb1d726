package dev.plimsoll.rules.dockerfile.health;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;

/** Whoever edits the CMD that does not count wonders why nothing changes. */
@RuleInfo(
    id = "dockerfile/multiple-cmd",
    title = "CMD is overridden by a later CMD",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {
      "hadolint:DL4003",
      "buildkit:MultipleInstructionsDisallowed",
      "trivy:DS-0016",
      "sonar:S6589"
    })
public final class MultipleCmd extends DockerfileRule {

  @Override
  public void stage(Stage stage, RuleContext context) {
    Overridden.check(stage, "CMD", context);
  }
}
