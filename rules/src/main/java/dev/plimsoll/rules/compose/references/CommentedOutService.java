package dev.plimsoll.rules.compose.references;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.CommentedService;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;

/** A service in comments is not kept up to date, and the history of the file has it anyway. */
@RuleInfo(
    id = "compose/commented-out-service",
    title = "Service or dependency is commented out",
    severity = Severity.STYLE,
    category = Category.MAINTAINABILITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE)
public final class CommentedOutService extends ComposeRule {

  @Override
  public void file(ComposeFile file, RuleContext context) {
    if (!file.problems().isEmpty() || file.comments().isEmpty()) {
      return;
    }
    Anchor services = Anchor.FILE.child("services");
    for (CommentedService service : CommentedService.in(file)) {
      context.report(
          Finding.at(services, service.name(), "service %s is commented out", service.name())
              .withFix(
                  Fix.unsafe("Remove the comment", Edit.delete(service.removable()))
                      .changing(services)));
    }
  }
}
