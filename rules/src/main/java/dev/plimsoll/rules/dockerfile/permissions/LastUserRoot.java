package dev.plimsoll.rules.dockerfile.permissions;

import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/** A break-in into a process that runs as root is a break-in as root, next to the host's kernel. */
@RuleInfo(
    id = "dockerfile/last-user-root",
    title = "Final stage ends as root",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    aliases = {"hadolint:DL3002", "trivy:DS-0002", "checkov:CKV_DOCKER_8", "sonar:S6471"},
    cwe = 250)
public final class LastUserRoot extends ProjectRule {

  @Override
  public void dockerfile(DockerfileModel file, RuleContext context) {
    Optional<Stage> last = file.finalStage();
    if (last.isEmpty() || !FinalUser.isRoot(last.get())) {
      return;
    }
    Optional<FinalUser.Setting> setting = FinalUser.lastSetting(last.get());
    if (setting.isEmpty() || FinalUser.isServedByAnother(file, last.get(), context.project())) {
      return;
    }
    Slice user = setting.get().user().user().slice();
    context.report(
        Finding.at(
            setting.get().step().anchor(),
            user,
            user.text().indexOf('$') < 0
                ? "the container starts as %s: no USER follows that names another"
                : "the container starts as %s, which is root by default",
            user));
  }
}
