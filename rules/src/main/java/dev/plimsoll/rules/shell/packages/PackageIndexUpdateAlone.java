package dev.plimsoll.rules.shell.packages;

import dev.plimsoll.fix.DockerfileEdits;
import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.ShellEdits;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.PackageCall;
import dev.plimsoll.model.command.PackageManager.Action;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.shell.tree.ScriptTree;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The cached layer of an update grows old, and the install after it asks for what is gone. */
@RuleInfo(
    id = "shell/package-index-update-alone",
    title = "Package index is updated apart from the install",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    fix = Safety.UNSAFE,
    aliases = {"trivy:DS-0017", "checkov:CKV_DOCKER_5", "sonar:S6595"})
public final class PackageIndexUpdateAlone extends DockerfileRule {

  /** Commands that install nothing, whatever they are given. */
  private static final Set<String> IDLE =
      Set.of(
          "set",
          "echo",
          "rm",
          "true",
          ":",
          "export",
          "cd",
          "sed",
          "printf",
          "mkdir",
          "cat",
          "tee",
          "touch",
          "ls",
          "add-apt-repository",
          "dpkg",
          "test",
          "[",
          "apt-cache",
          "apt-key",
          "cp",
          "mv",
          "ln",
          "chmod",
          "locale-gen",
          "date",
          "sleep",
          "umask",
          "unset");

  @Override
  public void stage(Stage stage, RuleContext context) {
    List<Step> steps = stage.steps();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) instanceof Run run && !run.script().commands().isEmpty()) {
        Optional<PackageCall> update = loneUpdate(run);
        if (update.isPresent()) {
          check(run, update.get(), steps.subList(i + 1, steps.size()), context);
        }
      }
    }
  }

  /** The update of a step that neither installs nor may run something that does. */
  private static Optional<PackageCall> loneUpdate(Run run) {
    Optional<PackageCall> update = Optional.empty();
    for (Command command : run.script().commands()) {
      Optional<PackageCall> call = PackageCall.of(command);
      if (call.isEmpty()) {
        if (!IDLE.contains(command.program())) {
          return Optional.empty();
        }
      } else if (call.get().does(Action.REFRESH) && isIndex(call.get())) {
        update = update.isPresent() ? update : call;
      } else if (!call.get().does(Action.CLEAN) && !call.get().does(Action.REMOVE)) {
        return Optional.empty();
      }
    }
    return update;
  }

  /** Whether it is an index of the system, which an install of the system's packages needs. */
  private static boolean isIndex(PackageCall call) {
    return !call.manager().rootCaches().isEmpty()
        && call.manager().rootCaches().get(0).startsWith("/var/");
  }

  private static void check(Run run, PackageCall update, List<Step> later, RuleContext context) {
    for (String folder : update.manager().rootCaches()) {
      if (run.isMounted(folder)) {
        return;
      }
    }
    List<PackageCall> needing = new ArrayList<>();
    List<Run> runs = new ArrayList<>();
    for (Step step : later) {
      if (step instanceof Run other) {
        Optional<PackageCall> install = installWithoutUpdate(other, update);
        if (install.isPresent()) {
          needing.add(install.get());
          runs.add(other);
        }
      }
    }
    if (!needing.isEmpty()) {
      context.report(finding(run, update, needing, runs));
    }
  }

  private static Optional<PackageCall> installWithoutUpdate(Run run, PackageCall update) {
    for (Command command : run.script().commands()) {
      Optional<PackageCall> call = PackageCall.of(command);
      if (call.isPresent() && isSame(call.get(), update)) {
        if (call.get().does(Action.REFRESH)) {
          return Optional.empty();
        }
        boolean installs = call.get().does(Action.INSTALL) || call.get().does(Action.UPGRADE);
        if (installs && !call.get().fetchesIndex()) {
          return call;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isSame(PackageCall one, PackageCall other) {
    return one.manager().rootCaches().equals(other.manager().rootCaches());
  }

  private static Finding finding(
      Run run, PackageCall update, List<PackageCall> needing, List<Run> runs) {
    Command command = update.invocation().command();
    Slice install =
        needing.get(0).verb().isEmpty()
            ? needing.get(0).invocation().command().slice()
            : needing.get(0).verb().get(0).slice();
    Finding finding =
        Finding.at(
                command.anchor(),
                update.verb().get(0).slice(),
                "%s %s is cached apart from the install that needs it: join them in one RUN",
                update.manager().name(),
                update.subcommand())
            .related(install, "installs from the index that was fetched before");
    boolean alone = run.script().commands().size() == 1 && !run.isTrigger();
    return alone ? finding.withFix(fix(run, command, needing, runs)) : finding;
  }

  /** The update before each install, and none by itself. */
  private static Fix fix(Run run, Command update, List<PackageCall> needing, List<Run> runs) {
    List<Edit> edits = new ArrayList<>();
    edits.add(DockerfileEdits.delete(run.tree()));
    for (int i = 0; i < needing.size(); i++) {
      Slice install = needing.get(i).invocation().command().slice();
      Optional<ScriptTree> tree = runs.get(i).script().tree();
      boolean links = tree.isPresent() && ShellEdits.link(tree.get(), install).isPresent();
      edits.add(
          links
              ? Edit.insertBefore(install, update.slice().text() + " && ")
              : new Edit.Impossible("the install is no link of a list"));
    }
    String file = run.tree().slice().source().host().name();
    Fix fix =
        Fix.unsafe("Update in the step that installs", edits.toArray(new Edit[0]))
            .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file, run.anchor()));
    for (Run other : runs) {
      fix = fix.declaring(ModelChange.of(ModelChange.Kind.ADD, file, other.anchor()));
    }
    return fix.mayTrigger("shell/package-cache-kept");
  }
}
