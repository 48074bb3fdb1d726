package dev.plimsoll.rules.dockerfile.cache;

import dev.plimsoll.fix.DockerfileEdits;
import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Mount;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Flag;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A change of any file above a layer builds it anew, and all that follow. */
@RuleInfo(
    id = "dockerfile/source-copied-before-install",
    title = "Sources are copied before dependencies install",
    severity = Severity.INFO,
    category = Category.PERFORMANCE,
    fix = Safety.UNSAFE)
public final class SourceCopiedBeforeInstall extends ProjectRule {

  /** What such a manager has fetched before it need not fetch again from a mounted cache. */
  private static final Set<String> FETCHING = Set.of("go", "cargo", "mvn", "gradle", "dotnet");

  @Override
  public void dockerfile(DockerfileModel file, RuleContext context) {
    for (Stage stage : file.stages()) {
      Optional<Copy> sources = Optional.empty();
      for (Step step : stage.steps()) {
        if (sources.isEmpty() && step instanceof Copy copy && copiesAll(copy)) {
          sources = Optional.of(copy);
        } else if (sources.isPresent() && step instanceof Run run && !run.isTrigger()) {
          check(file, stage, sources.get(), run, context);
        }
      }
    }
  }

  /** Whether a COPY takes the whole build context. */
  private static boolean copiesAll(Copy copy) {
    if (!copy.readsContext() || copy.tree().sources().size() != 1) {
      return false;
    }
    String source = copy.tree().sources().get(0).text();
    return source.equals(".") || source.equals("./") || source.equals("/");
  }

  private static void check(
      DockerfileModel file, Stage stage, Copy sources, Run run, RuleContext context) {
    for (Command command : run.script().commands()) {
      Optional<DependencyInstall> install = DependencyInstall.of(command);
      if (install.isEmpty()) {
        continue;
      }
      String family = install.get().call().manager().family();
      boolean cached = FETCHING.contains(family) && hasCache(run);
      if (!cached && !isInstalledBefore(family, stage, sources)) {
        report(file, stage, sources, run, install.get(), context);
        return;
      }
    }
  }

  private static boolean hasCache(Run run) {
    for (Mount mount : run.mounts()) {
      if (mount.type().equals("cache")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a layer above the sources has the dependencies: what runs later brings it up to date.
   */
  private static boolean isInstalledBefore(String family, Stage stage, Copy sources) {
    for (Step step : stage.stepsBefore(sources)) {
      if (step instanceof Run run) {
        for (Command command : run.script().commands()) {
          Optional<DependencyInstall> install = DependencyInstall.of(command);
          if (install.isPresent() && install.get().call().manager().family().equals(family)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static void report(
      DockerfileModel file,
      Stage stage,
      Copy sources,
      Run run,
      DependencyInstall install,
      RuleContext context) {
    Command command = install.call().invocation().command();
    Finding finding =
        Finding.at(
                command.anchor(),
                command.name().slice(),
                "%s runs again whenever any source changes: copy its manifests and install first",
                install.text())
            .related(sources.tree().sources().get(0).slice(), "all sources are copied here");
    Optional<Fix> fix = fix(file, stage, sources, run, install, context);
    context.report(fix.isEmpty() ? finding : finding.withFix(fix.get()));
  }

  private static Optional<Fix> fix(
      DockerfileModel file,
      Stage stage,
      Copy sources,
      Run run,
      DependencyInstall install,
      RuleContext context) {
    if (run.script().commands().size() != 1
        || !isNext(stage, sources, run, file)
        || !staysInPlace(sources)) {
      return Optional.empty();
    }
    List<String> manifests = install.manifests(file, context.project());
    if (manifests.isEmpty()) {
      return Optional.empty();
    }
    SourceText source = file.source();
    Span moved = run.tree().slice().place().span();
    String text = source.content().substring(moved.start(), moved.end());
    String ending = source.lineEndingAt(moved.start());
    Edit copy =
        DockerfileEdits.insertLineBefore(
            sources.tree(), copyOf(sources, manifests) + ending + text);
    return Optional.of(
        Fix.unsafe(
                "Install before the sources are copied", copy, DockerfileEdits.delete(run.tree()))
            .changing(run.anchor())
            .changing(sources.anchor())
            .declaring(ModelChange.of(ModelChange.Kind.ADD, file.name(), sources.anchor())));
  }

  private static String copyOf(Copy sources, List<String> manifests) {
    StringBuilder copy = new StringBuilder("COPY");
    for (Flag flag : sources.tree().flags()) {
      copy.append(' ').append(flag.slice().text());
    }
    for (String manifest : manifests) {
      copy.append(' ').append(manifest);
    }
    String first = manifests.get(0);
    return copy.append(" ./").append(first, 0, first.lastIndexOf('/') + 1).toString();
  }

  /** Whether nothing stands between them, no comment either. */
  private static boolean isNext(Stage stage, Copy sources, Run run, DockerfileModel file) {
    int place = stage.steps().indexOf(sources);
    int end = sources.tree().slice().place().span().end();
    int start = run.tree().slice().place().span().start();
    return place + 1 < stage.steps().size()
        && stage.steps().get(place + 1).equals(run)
        && file.source().content().substring(end, start).isBlank();
  }

  /** Whether the context's top becomes the working folder. */
  private static boolean staysInPlace(Copy sources) {
    for (Flag flag : sources.tree().flags()) {
      if (!flag.name().text().equals("chown") && !flag.name().text().equals("chmod")) {
        return false;
      }
    }
    String target = sources.tree().target().text();
    String clean =
        target.length() > 1 && target.endsWith("/")
            ? target.substring(0, target.length() - 1)
            : target;
    return clean.equals(".")
        || (sources.before().workdir() instanceof Value.Known folder
            && folder.text().equals(clean));
  }
}
