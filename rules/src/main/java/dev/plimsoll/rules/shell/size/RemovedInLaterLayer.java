package dev.plimsoll.rules.shell.size;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.command.FileAct;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A layer keeps what it stored: a later removal hides the file, and the image is as large. */
@RuleInfo(
    id = "shell/removed-in-later-layer",
    title = "File is removed after its layer was stored",
    severity = Severity.INFO,
    category = Category.PERFORMANCE,
    fix = Safety.UNSAFE)
public final class RemovedInLaterLayer extends DockerfileRule {

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    List<Step> steps = file.finalSteps();
    List<Stored> stored = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) instanceof Copy copy) {
        for (String path : copy.writtenPaths()) {
          stored.add(new Stored(i, path, copy.tree().keyword().slice()));
        }
      } else if (steps.get(i) instanceof Run run && !run.isTrigger()) {
        judge(file, steps, i, stored, context);
        stored.addAll(Stored.by(run, i));
      }
    }
  }

  private static void judge(
      DockerfileModel file, List<Step> steps, int at, List<Stored> stored, RuleContext context) {
    Run run = (Run) steps.get(at);
    List<FileAct> acts = FileAct.of(run);
    for (int i = 0; i < acts.size(); i++) {
      FileAct act = acts.get(i);
      Optional<Stored> earlier = act.stores() ? Optional.empty() : removed(act, stored);
      if (earlier.isPresent()
          && !run.isMounted(earlier.get().path())
          && !isMadeAgain(act, run, acts.subList(0, i))) {
        context.report(finding(file, act, earlier.get(), steps, at));
      }
      Stored.drop(stored, act);
    }
  }

  /** The last path stored before that goes. */
  private static Optional<Stored> removed(FileAct act, List<Stored> stored) {
    for (int i = stored.size() - 1; i >= 0; i--) {
      if (act.removes(stored.get(i).path())) {
        return Optional.of(stored.get(i));
      }
    }
    return Optional.empty();
  }

  /** Whether the RUN itself puts there first what it then removes. */
  private static boolean isMadeAgain(FileAct act, Run run, List<FileAct> before) {
    for (FileAct other : before) {
      if (other.stores() && act.removes(other.path())) {
        return true;
      }
    }
    for (Stored own : Stored.byPackageManagers(run, 0)) {
      if (act.removes(own.path())) {
        return true;
      }
    }
    return false;
  }

  private static Finding finding(
      DockerfileModel file, FileAct act, Stored earlier, List<Step> steps, int at) {
    boolean copied = steps.get(earlier.step()) instanceof Copy;
    String cure =
        copied
            ? "an earlier layer keeps %s: mount it into the RUN that needs it"
            : "an earlier layer keeps %s: remove it in the RUN that stores it";
    Finding finding =
        Finding.at(act.command().anchor(), act.word(), cure, earlier.name())
            .related(earlier.where(), "stored here");
    return copied ? finding : withFix(finding, file, steps.subList(earlier.step(), at + 1));
  }

  private static Finding withFix(Finding finding, DockerfileModel file, List<Step> steps) {
    List<Run> runs = new ArrayList<>();
    for (Step step : steps) {
      if (!(step instanceof Run run)) {
        return finding;
      }
      runs.add(run);
    }
    List<Edit> edits = RunEdits.join(file, runs);
    Fix fix = Fix.unsafe("Join the RUN instructions", edits.toArray(new Edit[0]));
    return finding.withFix(
        fix.declaring(
            ModelChange.move(
                file.name(), runs.get(0).anchor(), file.name(), runs.get(0).anchor())));
  }
}
