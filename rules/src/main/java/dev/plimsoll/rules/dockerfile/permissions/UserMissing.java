package dev.plimsoll.rules.dockerfile.permissions;

import dev.plimsoll.model.dockerfile.Base;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Optional;

/** Where nothing names a user, the container runs as root, though few programs need to. */
@RuleInfo(
    id = "dockerfile/user-missing",
    title = "Final stage never sets a non-root USER",
    severity = Severity.INFO,
    category = Category.SECURITY,
    confidence = Confidence.MEDIUM,
    aliases = {"trivy:DS-0002", "checkov:CKV_DOCKER_3", "sonar:S6471"},
    cwe = 250)
public final class UserMissing extends ProjectRule {

  @Override
  public void dockerfile(DockerfileModel file, RuleContext context) {
    Optional<Stage> last = file.finalStage();
    if (last.isEmpty()
        || !FinalUser.isRoot(last.get())
        || FinalUser.lastSetting(last.get()).isPresent()
        || isArtefact(last.get())
        || FinalUser.isServedByAnother(file, last.get(), context.project())) {
      return;
    }
    Stage stage = last.get();
    context.report(
        Finding.at(
            stage.steps().get(0).anchor(),
            stage.from().image().slice(),
            "no USER follows %s, so the container runs as root",
            stage.from().image().slice()));
  }

  /** Files that nobody starts: nothing but them, and no command. */
  private static boolean isArtefact(Stage stage) {
    return stage.base().root() instanceof Base.Scratch
        && stage.end().entrypoint().isEmpty()
        && stage.end().cmd().isEmpty();
  }
}
