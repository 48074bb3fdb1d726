package dev.plimsoll.rules.dockerfile.permissions;

import dev.plimsoll.model.dockerfile.Base;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.parse.dockerfile.tree.CommandLine;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Optional;
import java.util.Set;

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

  /** Base images whose command is a service that goes on as root, as their Dockerfiles say. */
  private static final Set<String> SERVICES =
      Set.of("caddy", "minio/minio", "nats", "registry", "tomcat", "traefik");

  @Override
  public void dockerfile(DockerfileModel file, RuleContext context) {
    Optional<Stage> last = file.finalStage();
    if (last.isEmpty()
        || !FinalUser.isRoot(last.get())
        || FinalUser.lastSetting(last.get()).isPresent()
        || !isStarted(last.get())
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

  /**
   * Whether it is made to be run: a command of its own, or of a base image that is a service. What
   * is left are images to build upon, tools of a build, and files alone.
   */
  private static boolean isStarted(Stage stage) {
    Optional<Instruction.Entrypoint> entrypoint = stage.end().entrypoint();
    Optional<Instruction.Cmd> cmd = stage.end().cmd();
    if ((entrypoint.isPresent() && !isEmpty(entrypoint.get().command()))
        || (cmd.isPresent() && !isEmpty(cmd.get().command()))) {
      return true;
    }
    return stage.base().root() instanceof Base.OfImage image
        && image.reference().isPresent()
        && SERVICES.contains(image.reference().get().familiarName());
  }

  private static boolean isEmpty(CommandLine line) {
    return line instanceof CommandLine.ExecForm exec && exec.words().isEmpty();
  }
}
