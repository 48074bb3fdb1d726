package dev.plimsoll.rules.dockerfile.secrets;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Without its credentials a command fails, or fetches something else from a public place. */
@RuleInfo(
    id = "dockerfile/secret-mount-missing",
    title = "Command needs credentials but has no secret mount",
    severity = Severity.INFO,
    category = Category.SECURITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.ALL,
    fix = Safety.UNSAFE,
    aliases = "tally:require-secret-mounts",
    cwe = 522,
    options = SecretMountMissing.Options.class)
public final class SecretMountMissing extends DockerfileRule {

  /** What the rule can be told. */
  public record Options(
      @Option(
              help = "by command, the options of the secret mount that it needs",
              pattern = RequiredSecret.PATTERN,
              form = RequiredSecret.FORM)
          Map<String, String> commands) {}

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    Map<String, String> commands = context.options(Options.class).commands();
    if (commands.isEmpty()) {
      return;
    }
    List<RequiredSecret> secrets = new ArrayList<>();
    for (Map.Entry<String, String> entry : commands.entrySet()) {
      secrets.add(RequiredSecret.of(entry.getKey(), entry.getValue()));
    }
    for (Stage stage : file.stages()) {
      for (Step step : stage.steps()) {
        if (step instanceof Run run && run.hasNetwork() && !isOnWindows(run)) {
          check(file, stage, run, secrets, context);
        }
      }
    }
  }

  /** Whether its builder knows no secret mounts. */
  private static boolean isOnWindows(Run run) {
    Optional<BaseImage> image = run.image();
    return image.isPresent() && image.get().family() == BaseImage.Family.WINDOWS;
  }

  private static void check(
      DockerfileModel file,
      Stage stage,
      Run run,
      List<RequiredSecret> secrets,
      RuleContext context) {
    List<String> missing = new ArrayList<>();
    for (Command command : run.script().commands()) {
      for (RequiredSecret secret : secrets) {
        if (secret.isNeededBy(command)
            && !missing.contains(secret.id())
            && !secret.mayBeGivenTo(run)) {
          missing.add(secret.id());
          Finding finding =
              Finding.at(
                  command.anchor(),
                  command.name().slice(),
                  "%s needs the secret %s: mount it %s",
                  command.name().slice(),
                  secret.id(),
                  secret.place());
          Optional<Fix> fix = SecretMountFix.find(file, stage, run, secret);
          context.report(fix.isEmpty() ? finding : finding.withFix(fix.get()));
        }
      }
    }
  }
}
