package dev.plimsoll.rules.dockerfile.permissions;

import dev.plimsoll.fix.DockerfileEdits;
import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.command.AccountCreation;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Invocation;
import dev.plimsoll.model.command.Program;
import dev.plimsoll.model.command.Wrapper;
import dev.plimsoll.model.dockerfile.ContainerCommand;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Heredoc;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Value;
import java.util.Optional;
import java.util.Set;

/** An account that nothing runs as protects nothing: the container still starts as root. */
@RuleInfo(
    id = "dockerfile/user-created-but-unused",
    title = "Account is created but never switched to",
    severity = Severity.INFO,
    category = Category.SECURITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    aliases = "tally:user-created-but-never-used",
    cwe = 250)
public final class UserCreatedButUnused extends ProjectRule {

  /** Accounts by which an editor enters a container, however that was started. */
  private static final Set<String> ATTACHED = Set.of("codespace", "gitpod", "vscode");

  @Override
  public void dockerfile(DockerfileModel file, RuleContext context) {
    Optional<Stage> last = file.finalStage();
    if (last.isEmpty()
        || !(last.get().end().user() instanceof Value.Known user)
        || !FinalUser.isRoot(user.text())) {
      return;
    }
    Stage stage = last.get();
    for (Step step : stage.lineage()) {
      if (step instanceof Run run && !run.isTrigger()) {
        for (Command command : run.script().commands()) {
          Optional<AccountCreation> creation = AccountCreation.of(command);
          if (creation.isPresent()
              && creation.get().name().isLiteral()
              && !ATTACHED.contains(creation.get().name().text())
              && !isUsed(creation.get().name().text(), stage)
              && !FinalUser.isServedByAnother(file, stage, context.project())) {
            report(file, stage, command, creation.get(), context);
            return; // of several one is for the service, and which the author knows
          }
        }
      }
    }
  }

  private static boolean isUsed(String name, Stage stage) {
    for (Step step : stage.lineage()) {
      if (step instanceof Run run) {
        for (Command command : run.script().commands()) {
          if (isUsed(name, command)) {
            return true;
          }
        }
      } else if (step instanceof Copy copy) {
        for (Heredoc heredoc : copy.tree().heredocs()) {
          if (names(heredoc.body().text(), name)) {
            return true;
          }
        }
      } else if (!(step.tree() instanceof Instruction.Workdir)
          && !(step.tree() instanceof Instruction.Volume)
          && !(step.tree() instanceof Instruction.From)
          && names(step.tree().slice().text(), name)) {
        return true; // USER, ENV, CMD: it may well be what they mean
      }
    }
    return false;
  }

  /** Whether another command than those that manage accounts and files names it. */
  private static boolean isUsed(String name, Command command) {
    for (Wrapper wrapper : command.wrappers()) {
      for (ShellWord word : wrapper.words()) {
        if (names(word.text(), name)) {
          return true; // sudo -u, gosu
        }
      }
    }
    Optional<Program> program = Program.of(command.program());
    if (program.isPresent()
        && (program.get().kind() == Program.Kind.ACCOUNT
            || program.get().kind() == Program.Kind.FILE_OWNER
            || program.get().kind() == Program.Kind.FILE_MODE)) {
      return false;
    }
    if (Invocation.of(command).isPresent() || command.isNamed("mkdir")) {
      return false;
    }
    for (ShellWord word : command.arguments()) {
      if (names(word.text(), name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name stands in a text as a word of its own, not as a part of a path. */
  private static boolean names(String text, String name) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean starts = at == 0 || isBorder(text.charAt(at - 1));
      boolean ends = end == text.length() || isBorder(text.charAt(end));
      if (starts && ends) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBorder(char c) {
    return !Character.isLetterOrDigit(c) && "/._-".indexOf(c) < 0;
  }

  private static void report(
      DockerfileModel file,
      Stage stage,
      Command command,
      AccountCreation creation,
      RuleContext context) {
    Finding finding =
        Finding.at(
            command.anchor(),
            creation.name().slice(),
            "account %s is created, but the container starts as root: no USER names it",
            creation.name().slice());
    Optional<Instruction> start = start(stage);
    if (start.isPresent()) {
      String user = creation.knownName().orElseThrow();
      Edit edit = DockerfileEdits.insertLineBefore(start.get(), "USER " + user);
      finding =
          finding.withFix(
              Fix.unsafe("Switch to " + user + " before the container's command", edit)
                  .declaring(
                      ModelChange.of(
                          ModelChange.Kind.ADD, file.name(), stage.anchor().child("USER")))
                  .mayTrigger("dockerfile/*"));
    }
    context.report(finding);
  }

  /** What the container starts, where nothing of the build comes after it. */
  private static Optional<Instruction> start(Stage stage) {
    Optional<Instruction> first = Optional.empty();
    for (Step step : stage.steps()) {
      boolean isStart =
          step instanceof ContainerCommand && !(step.tree() instanceof Instruction.Healthcheck);
      if (isStart && first.isEmpty()) {
        first = Optional.of(step.tree());
      } else if (first.isPresent() && (step instanceof Run || step instanceof Copy)) {
        return Optional.empty();
      }
    }
    return first;
  }
}
