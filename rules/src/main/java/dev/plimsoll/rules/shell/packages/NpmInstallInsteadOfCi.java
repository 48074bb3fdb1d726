package dev.plimsoll.rules.shell.packages;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.PackageCall;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.project.Answer;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** npm install may raise versions beyond the lock file that lies beside it; npm ci never does. */
@RuleInfo(
    id = "shell/npm-install-instead-of-ci",
    title = "npm install ignores the lock file",
    severity = Severity.INFO,
    category = Category.RELIABILITY,
    fix = Safety.UNSAFE)
public final class NpmInstallInsteadOfCi extends ProjectRule {

  private static final Set<String> INSTALL = Set.of("install", "i", "in");
  private static final List<String> LOCKS = List.of("package-lock.json", "npm-shrinkwrap.json");

  private static final List<String> ELSEWHERE =
      List.of(
          "g",
          "global",
          "prefix",
          "C",
          "location",
          "no-package-lock",
          "package-lock-only",
          "package-lock",
          "dry-run");

  @Override
  public void dockerfile(DockerfileModel file, RuleContext context) {
    for (Stage stage : file.stages()) {
      for (Step step : stage.steps()) {
        if (step instanceof Run run && run.workdir() instanceof Value.Known folder) {
          Optional<PackageCall> install = install(run);
          if (install.isPresent()) {
            check(file, install.get(), earlier(stage, run), folder.text(), context);
          }
        }
      }
    }
  }

  /** The install of a whole project in the folder of the step, if it has no npm ci. */
  private static Optional<PackageCall> install(Run run) {
    Optional<PackageCall> install = Optional.empty();
    for (Command command : run.script().commands()) {
      if (command.isNamed("cd") || command.isNamed("pushd")) {
        return install; // what follows works elsewhere
      }
      if (command.isNamed("npm")) {
        Optional<PackageCall> call = PackageCall.of(command);
        if (call.isPresent() && call.get().subcommand().equals("ci")) {
          return Optional.empty();
        }
        boolean whole =
            call.isPresent()
                && INSTALL.contains(call.get().subcommand())
                && call.get().packages().isEmpty()
                && !call.get().mayHaveOption(ELSEWHERE, run);
        install = install.isEmpty() && whole ? call : install;
      }
    }
    return install;
  }

  @SuppressWarnings("ReferenceEquality") // the very step: another may read the same
  private static List<Copy> earlier(Stage stage, Run run) {
    List<Copy> copies = new ArrayList<>();
    for (Step step : stage.lineage()) {
      if (step == run) {
        return copies;
      }
      if (step instanceof Copy copy) {
        copies.add(copy);
      }
    }
    return copies;
  }

  private static void check(
      DockerfileModel file,
      PackageCall install,
      List<Copy> copies,
      String folder,
      RuleContext context) {
    for (Copy copy : copies) {
      for (String lock : LOCKS) {
        String inImage = (folder.equals("/") ? "" : folder) + "/" + lock;
        Optional<List<Place>> known = known(file, copy, inImage, context);
        if (known.isPresent()) {
          context.report(finding(install, copy, lock).because(known.get()));
          return;
        }
      }
    }
  }

  /** Why the lock file is there: it is copied by its name, or the context has it. */
  private static Optional<List<Place>> known(
      DockerfileModel file, Copy copy, String inImage, RuleContext context) {
    List<String> paths = copy.contextPathsOf(inImage);
    for (Word source : copy.contextSources()) {
      if (paths.contains(source.text())) {
        return Optional.of(List.of());
      }
    }
    Answer<Optional<SourceText>> answer = context.project().copiedFile(file, copy, inImage);
    return answer instanceof Answer.Known<Optional<SourceText>> known && known.value().isPresent()
        ? Optional.of(known.because())
        : Optional.empty();
  }

  private static Finding finding(PackageCall install, Copy copy, String lock) {
    Command command = install.invocation().command();
    Slice verb = install.verb().get(0).slice();
    return Finding.at(
            command.anchor(),
            verb,
            "npm %s may change what %s says: npm ci installs exactly that",
            verb,
            lock)
        .related(copy.tree().keyword().slice(), "copies the lock file")
        .withFix(Fix.unsafe("Use npm ci", Edit.replace(verb, "ci")).changing(command.anchor()));
  }
}
