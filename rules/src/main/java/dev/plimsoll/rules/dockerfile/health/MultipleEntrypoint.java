package dev.plimsoll.rules.dockerfile.health;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;

/** Whoever edits the ENTRYPOINT that does not count wonders why nothing changes. */
@RuleInfo(
    id = "dockerfile/multiple-entrypoint",
    title = "ENTRYPOINT is overridden by a later ENTRYPOINT",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {
      "hadolint:DL4004",
      "buildkit:MultipleInstructionsDisallowed",
      "trivy:DS-0007",
      "sonar:S6589"
    })
public final class MultipleEntrypoint extends DockerfileRule {

  @Override
  public void stage(Stage stage, RuleContext context) {
    Overridden.check(stage, "ENTRYPOINT", context);
  }
}
