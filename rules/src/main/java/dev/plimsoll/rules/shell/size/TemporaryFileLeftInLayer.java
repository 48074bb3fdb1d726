package dev.plimsoll.rules.shell.size;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.ShellEdits;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.FileAct;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An archive that was unpacked and a folder that was built from are dead weight in every pull. */
@RuleInfo(
    id = "shell/temporary-file-left-in-layer",
    title = "Temporary file stays in the layer",
    severity = Severity.INFO,
    category = Category.PERFORMANCE,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE)
public final class TemporaryFileLeftInLayer extends DockerfileRule {

  private static final List<String> ARCHIVES =
      List.of(
          ".tar",
          ".tar.gz",
          ".tgz",
          ".tar.xz",
          ".txz",
          ".tar.bz2",
          ".tbz2",
          ".tar.zst",
          ".zip",
          ".7z",
          ".deb",
          ".rpm");

  private static final List<String> FOLDERS = List.of("/tmp/", "/var/tmp/", "/usr/src/");

  /** Programs that take what they need out of a file, which is of no use after them. */
  private static final Set<String> CONSUMERS =
      Set.of(
          "tar",
          "bsdtar",
          "unzip",
          "7z",
          "7za",
          "dpkg",
          "rpm",
          "apt-get",
          "apt",
          "dnf",
          "yum",
          "microdnf",
          "zypper",
          "sh",
          "bash",
          "cp",
          "install",
          "pip",
          "pip3",
          "python",
          "python3",
          "cd",
          "make",
          "cmake");

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    for (Step step : file.finalSteps()) {
      if (step instanceof Run run && !run.isTrigger()) {
        check(file, run, context);
      }
    }
  }

  private static void check(DockerfileModel file, Run run, RuleContext context) {
    List<FileAct> acts = FileAct.of(run);
    for (FileAct act : acts) {
      if (isTemporary(act)
          && !run.isMounted(act.path())
          && !isRemoved(act, acts, run)
          && !isNamedLater(act, file, run)) {
        Optional<Command> last = lastUse(act, run);
        if (last.isPresent()) {
          context.report(finding(act, run, last.get()));
        }
      }
    }
  }

  private static boolean isTemporary(FileAct act) {
    boolean fetched = act.kind() == FileAct.Kind.DOWNLOAD || act.kind() == FileAct.Kind.CLONE;
    if (!fetched) {
      return false;
    }
    for (String folder : FOLDERS) {
      if (act.path().startsWith(folder)) {
        return true;
      }
    }
    for (String ending : ARCHIVES) {
      if (act.kind() == FileAct.Kind.DOWNLOAD && act.path().endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** Also where a removal names what only a run tells: a variable, a pattern. */
  private static boolean isRemoved(FileAct act, List<FileAct> acts, Run run) {
    int known = 0;
    for (FileAct other : acts) {
      known += other.command().isNamed("rm") && !other.stores() ? 1 : 0;
      if (other.removes(act.path())) {
        return true;
      }
    }
    int named = 0;
    for (Command command : run.script().commands()) {
      if (command.isNamed("find") || command.isNamed("trap")) {
        return true;
      }
      if (command.isNamed("rm")) {
        for (ShellWord word : command.arguments()) {
          named += word.text().startsWith("-") ? 0 : 1;
        }
      }
    }
    return named > known;
  }

  private static boolean isNamedLater(FileAct act, DockerfileModel file, Run run) {
    String name = name(act);
    int from = run.tree().slice().span().end();
    for (Step step : file.steps()) {
      boolean later = step.tree().slice().span().start() >= from;
      if (later && (step.tree().slice().text().contains(name) || removes(step, act))) {
        return true;
      }
    }
    return false;
  }

  private static boolean removes(Step step, FileAct act) {
    if (step instanceof Run run) {
      for (FileAct other : FileAct.of(run)) {
        if (other.removes(act.path())) {
          return true;
        }
      }
    }
    return false;
  }

  /** The last command that takes something out of the file, if no other one names it after that. */
  private static Optional<Command> lastUse(FileAct act, Run run) {
    Optional<Command> last = Optional.empty();
    boolean after = false;
    for (Command command : run.script().commands()) {
      if (after && names(command, name(act))) {
        last = CONSUMERS.contains(command.program()) ? Optional.of(command) : last;
      }
      after |= command.equals(act.command());
    }
    return last;
  }

  private static boolean names(Command command, String name) {
    for (ShellWord word : command.arguments()) {
      if (word.slice().text().contains(name)) {
        return true;
      }
    }
    return false;
  }

  /** The last segment as written, so that variables in it are found again. */
  private static String name(FileAct act) {
    String text = act.word().text();
    String written = text.substring(text.lastIndexOf('/') + 1);
    return act.kind() == FileAct.Kind.CLONE && written.endsWith(".git")
        ? written.substring(0, written.length() - 4)
        : written;
  }

  private static Finding finding(FileAct act, Run run, Command last) {
    Finding finding =
        Finding.at(
            act.command().anchor(),
            act.word(),
            "%s stays in the layer though nothing needs it after this RUN: remove it here",
            act.path());
    if (run.script().tree().isEmpty() || act.word().text().indexOf('$') >= 0) {
      return finding;
    }
    String remove = act.kind() == FileAct.Kind.CLONE ? "rm -rf " : "rm ";
    Edit edit =
        last.isNamed("cd") || last.isNamed("make") || last.isNamed("cmake")
            ? new Edit.Impossible("more is done with it after that")
            : ShellEdits.insertCommandAfter(
                run.script().tree().get(), last.slice(), remove + act.path());
    return finding.withFix(
        Fix.unsafe("Remove it after its last use", edit)
            .declaring(
                ModelChange.move(
                    run.run().slice().place().file(),
                    run.anchor(),
                    run.run().slice().place().file(),
                    run.anchor())));
  }
}
