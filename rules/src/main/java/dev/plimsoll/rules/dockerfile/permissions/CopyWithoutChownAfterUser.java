package dev.plimsoll.rules.dockerfile.permissions;

import dev.plimsoll.fix.DockerfileEdits;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.FileMode;
import dev.plimsoll.model.command.Invocation;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.Plain;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Optional;

/** COPY does not heed USER: what it makes is root's, and the account cannot write it. */
@RuleInfo(
    id = "dockerfile/copy-without-chown-after-user",
    title = "COPY after USER still creates root-owned files",
    severity = Severity.INFO,
    category = Category.CORRECTNESS,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    aliases = {
      "tally:copy-after-user-without-chown",
      "tally:ruby/state-paths-not-writable-as-non-root"
    })
public final class CopyWithoutChownAfterUser extends DockerfileRule {

  /** Where programs and settings lie that a service has no business to write. */
  private static final List<String> SYSTEM =
      List.of("/bin", "/etc", "/lib", "/lib64", "/opt", "/sbin", "/usr");

  @Override
  public void stage(Stage stage, RuleContext context) {
    Optional<Slice> user = Optional.empty();
    for (Step step : stage.lineage()) {
      if (step instanceof Plain && step.tree() instanceof Instruction.User setting) {
        user = Optional.of(setting.user().slice());
      } else if (user.isPresent() && step instanceof Copy copy && isOf(stage, copy)) {
        check(copy, user.get(), stage, context);
      }
    }
  }

  private static boolean isOf(Stage stage, Copy copy) {
    return copy.anchor().isWithin(stage.anchor());
  }

  private static void check(Copy copy, Slice user, Stage stage, RuleContext context) {
    if (!(copy.before().user() instanceof Value.Known known)
        || FinalUser.isRoot(known.text())
        || known.text().isEmpty()
        || known.text().startsWith("Container") // the accounts of Windows own files otherwise
        || copy.flag("chown").isPresent()
        || isOfSystem(copy)
        || isForAll(copy)
        || isGivenLater(copy, stage)) {
      return;
    }
    Slice keyword = copy.tree().keyword().slice();
    context.report(
        Finding.at(
                copy.anchor(),
                keyword,
                "%s makes files of root, not of %s: add --chown",
                keyword,
                known)
            .related(user, "the user in force")
            .withFix(
                Fix.unsafe(
                        "Give the files to " + known.text(),
                        DockerfileEdits.addFlag(copy.tree(), "--chown=" + known.text()))
                    .changing(copy.anchor())));
  }

  private static boolean isOfSystem(Copy copy) {
    if (!(copy.target() instanceof Value.Known target)) {
      return true;
    }
    for (String folder : SYSTEM) {
      if (target.text().equals(folder) || target.text().startsWith(folder + "/")) {
        return !target.text().startsWith("/usr/src/");
      }
    }
    return target.text().equals("/");
  }

  /** Whether its own mode lets every user do with it what is to be done. */
  private static boolean isForAll(Copy copy) {
    Optional<CopyMode> mode = CopyMode.of(copy);
    if (mode.isEmpty()) {
      return copy.flag("chmod").isPresent();
    }
    FileMode of = mode.get().mode();
    return of.othersMayWrite() || of.text().endsWith("5");
  }

  /** Whether a later command gives it an owner, after a USER root. */
  private static boolean isGivenLater(Copy copy, Stage stage) {
    int at = copy.tree().slice().place().span().start();
    for (Step step : stage.steps()) {
      if (step instanceof Run run && step.tree().slice().place().span().start() > at) {
        for (Command command : run.script().commands()) {
          if (command.isNamed("chown") && mayMean(command, copy)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean mayMean(Command chown, Copy copy) {
    String target = copy.target() instanceof Value.Known known ? known.text() : "";
    Optional<Invocation> invocation = Invocation.of(chown);
    if (invocation.isEmpty()) {
      return false;
    }
    List<ShellWord> operands = invocation.get().operands();
    for (int i = 1; i < operands.size(); i++) {
      String text = operands.get(i).text();
      boolean known = operands.get(i).isLiteral() && text.startsWith("/");
      if (!known || target.startsWith(text) || text.startsWith(target)) {
        return true;
      }
    }
    return false;
  }
}
