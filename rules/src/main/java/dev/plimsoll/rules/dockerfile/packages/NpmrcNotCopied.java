package dev.plimsoll.rules.dockerfile.packages;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.PackageCall;
import dev.plimsoll.model.command.PackageManager;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Mount;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.Exclusion;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Without its .npmrc an install asks another registry, or runs scripts that it must not run. */
@RuleInfo(
    id = "dockerfile/npmrc-not-copied",
    title = "Project .npmrc is not there when npm installs",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class NpmrcNotCopied extends ProjectRule {

  private static final String NAME = ".npmrc";
  private static final Set<String> MANAGERS = Set.of("npm", "pnpm");
  private static final Set<String> MANIFESTS =
      Set.of("package.json", "package*.json", "package-lock.json");

  /** A manifest that was copied from a folder of the context. */
  private record Manifest(Copy copy, Word word, String folder) {}

  @Override
  public void dockerfile(DockerfileModel file, RuleContext context) {
    for (Stage stage : file.stages()) {
      stage(file, stage, context);
    }
  }

  private static void stage(DockerfileModel file, Stage stage, RuleContext context) {
    List<Manifest> manifests = new ArrayList<>();
    for (Step step : stage.steps()) {
      if (step instanceof Copy copy && copy.readsContext()) {
        if (bringsMore(copy)) {
          return;
        }
        add(copy, manifests);
      } else if (step.tree().slice().text().contains("npmrc")) {
        return; // mounted, written or copied in another way
      } else if (step instanceof Run run && !manifests.isEmpty() && installs(run)) {
        check(file, manifests.get(0), context);
        return;
      }
    }
  }

  /** Whether a whole folder, a pattern of many names or the file itself is copied. */
  private static boolean bringsMore(Copy copy) {
    for (Word word : copy.tree().sources()) {
      String text = word.text();
      String name = text.substring(text.lastIndexOf('/') + 1);
      boolean manifest = MANIFESTS.contains(name);
      boolean plain = name.indexOf('.') > 0 && name.indexOf('*') < 0 && name.indexOf('$') < 0;
      if (!manifest && !plain) {
        return true;
      }
    }
    return !copy.tree().heredocs().isEmpty();
  }

  private static void add(Copy copy, List<Manifest> manifests) {
    for (Word word : copy.tree().sources()) {
      String text = word.text();
      int slash = text.lastIndexOf('/') + 1;
      String name = text.substring(slash);
      String folder = text.substring(0, slash);
      if (name.startsWith("package") && MANIFESTS.contains(name) && folder.indexOf('$') < 0) {
        manifests.add(new Manifest(copy, word, folder));
      }
    }
  }

  private static boolean installs(Run run) {
    if (!run.mounts().isEmpty() && mountsContext(run)) {
      return false;
    }
    for (Command command : run.script().commands()) {
      Optional<PackageCall> call =
          MANAGERS.contains(command.program()) ? PackageCall.of(command) : Optional.empty();
      if (call.isPresent()
          && call.get().does(PackageManager.Action.INSTALL)
          && call.get().packages().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static boolean mountsContext(Run run) {
    for (Mount mount : run.mounts()) {
      if (mount.type().equals("bind") || mount.type().equals("secret")) {
        return true;
      }
    }
    return false;
  }

  private static void check(DockerfileModel file, Manifest manifest, RuleContext context) {
    String path = manifest.folder() + NAME;
    if (!(context.project().contextFile(file, manifest.folder() + "package.json")
            instanceof Answer.Known<Optional<SourceText>> beside)
        || beside.value().isEmpty()
        || !(context.project().contextFile(file, path)
            instanceof Answer.Known<Optional<SourceText>> settings)
        || settings.value().isEmpty()
        || !(context.project().excluded(file, path)
            instanceof Answer.Known<Optional<Exclusion>> excluded)
        || excluded.value().isPresent()) {
      return;
    }
    boolean secret = isSecret(settings.value().get());
    Finding finding =
        Finding.at(
                manifest.copy().anchor(),
                manifest.word().slice(),
                secret
                    ? "%s is copied without its .npmrc, whose settings are lost: mount it as a secret"
                    : "%s is copied without its .npmrc, whose settings are lost: copy both",
                manifest.word().slice())
            .because(settings.because());
    String target = manifest.copy().tree().target().text();
    boolean folder = target.endsWith("/") || target.equals(".");
    context.report(secret || !folder ? finding : finding.withFix(fix(manifest, path)));
  }

  private static boolean isSecret(SourceText settings) {
    String text = settings.content();
    return text.contains("_auth") || text.contains("_password") || text.contains("username");
  }

  private static Fix fix(Manifest manifest, String path) {
    return Fix.unsafe(
            "Copy " + NAME + " too", Edit.insertAfter(manifest.word().slice(), " " + path))
        .changing(manifest.copy().anchor());
  }
}
