package dev.plimsoll.rules.shell.hardening;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.model.command.Wrapper;
import dev.plimsoll.parse.shell.tree.Assignment;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.Set;

/** sudo in a build runs as root what USER would run as root, and leaves a way to root behind. */
@RuleInfo(
    id = "shell/sudo-used",
    title = "Command runs through sudo",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    fix = Safety.UNSAFE,
    aliases = {"hadolint:DL3004", "trivy:DS-0010", "checkov:CKV2_DOCKER_1"},
    cwe = 250)
public final class SudoUsed extends ShellRule {

  /** Options that change nothing for root. */
  private static final Set<String> IDLE =
      Set.of("-n", "-E", "-H", "-nE", "-En", "-EH", "-HE", "-S", "--preserve-env", "--set-home");

  @Override
  public void command(Command command, ScriptContext script, RuleContext context) {
    if (script.host() != ScriptContext.Host.BUILD || isOfBase(script)) {
      return;
    }
    if (command.isNamed("sudo")) {
      context.report(at(command, command.name().slice(), script));
      return;
    }
    for (Wrapper wrapper : command.wrappers()) {
      if (wrapper.name().text().equals("sudo") || wrapper.name().text().endsWith("/sudo")) {
        Finding finding = at(command, wrapper.name().slice(), script);
        context.report(isRoot(script) ? withFix(finding, wrapper, command) : finding);
      }
    }
  }

  /**
   * Whether the way to root came with the base image, which no step here can take back: it is none
   * that is known, and no step before wrote an entry for sudo.
   */
  private static boolean isOfBase(ScriptContext script) {
    return !isRoot(script)
        && script.image().isEmpty()
        && !script.isConfigured(ScriptContext.Configuration.SUDO);
  }

  private static Finding at(Command command, Slice sudo, ScriptContext script) {
    return isRoot(script)
        ? Finding.at(command.anchor(), sudo, "sudo is not needed: root runs this command already")
        : Finding.at(
            command.anchor(), sudo, "sudo leaves a way to root in the image: switch with USER");
  }

  private static boolean isRoot(ScriptContext script) {
    if (!(script.user() instanceof Value.Known user)) {
      return false;
    }
    String name = user.text();
    return name.equals("root")
        || name.equals("0")
        || name.startsWith("root:")
        || name.startsWith("0:");
  }

  private static Finding withFix(Finding finding, Wrapper wrapper, Command command) {
    for (ShellWord word : wrapper.words()) {
      if (!IDLE.contains(word.text())) {
        return finding;
      }
    }
    Slice first = wrapper.name().slice();
    Slice next = nextWord(wrapper, command).slice();
    if (first.source() != next.source()) {
      return finding; // a list of strings, which no blank separates
    }
    return finding.withFix(
        Fix.unsafe("Drop sudo", Edit.delete(first.start().to(next.start())))
            .changing(command.anchor()));
  }

  /** The word that sudo runs, or the assignment before it. */
  private static ShellWord nextWord(Wrapper wrapper, Command command) {
    ShellWord next = command.name();
    int end = wrapper.name().slice().span().end();
    for (Wrapper other : command.wrappers()) {
      next = isBetween(end, other.name(), next) ? other.name() : next;
    }
    for (Assignment assignment : command.environment()) {
      next = isBetween(end, assignment.word(), next) ? assignment.word() : next;
    }
    return next;
  }

  private static boolean isBetween(int from, ShellWord word, ShellWord to) {
    int start = word.slice().span().start();
    return start >= from && start < to.slice().span().start();
  }
}
