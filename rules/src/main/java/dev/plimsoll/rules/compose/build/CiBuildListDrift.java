package dev.plimsoll.rules.compose.build;

import dev.plimsoll.model.script.WorkflowModel;
import dev.plimsoll.project.BuildDrift;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;

/** A service that is in one list of images and not in the other is never renewed, or never used. */
@RuleInfo(
    id = "compose/ci-build-list-drift",
    title = "CI builds other images than the Compose files name",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT)
public final class CiBuildListDrift extends ShellRule {

  @Override
  public void workflow(WorkflowModel workflow, RuleContext context) {
    for (BuildDrift drift : context.compose().files().buildDrifts(workflow)) {
      if (drift.service().isPresent()) {
        context.report(
            Finding.at(
                    drift.anchor(),
                    drift.place(),
                    "CI builds %s images of the Compose file, but not that of %s",
                    drift.others(),
                    drift.name())
                .related(drift.service().get(), "Compose builds it here"));
      } else {
        context.report(
            Finding.at(
                drift.anchor(),
                drift.place(),
                "CI builds %s beside %s images of the Compose files, but none of these names it",
                drift.name(),
                drift.others()));
      }
    }
  }
}
