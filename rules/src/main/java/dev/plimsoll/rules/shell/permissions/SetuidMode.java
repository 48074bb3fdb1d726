package dev.plimsoll.rules.shell.permissions;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.ShellEdits;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.FileMode;
import dev.plimsoll.model.command.Invocation;
import dev.plimsoll.model.command.ModeArgument;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/** A program with a setuid bit hands its owner's rights to whoever finds a fault in it. */
@RuleInfo(
    id = "shell/setuid-mode",
    title = "Mode sets the setuid or setgid bit",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    fix = Safety.UNSAFE,
    aliases = "sonar:S2612",
    cwe = 732)
public final class SetuidMode extends ShellRule {

  @Override
  public void command(Command command, ScriptContext script, RuleContext context) {
    Optional<ModeArgument> argument = ModeArgument.of(command);
    if (argument.isEmpty()) {
      return;
    }
    Optional<FileMode> mode = FileMode.parse(argument.get().mode().text());
    if (mode.isEmpty() || makesFolders(command)) {
      return;
    }
    boolean user = mode.get().setsUserId();
    boolean sets = user || (mode.get().setsGroupId() && arePrograms(argument.get().paths()));
    if (sets && !new LaterOwner(script.script(), command).takesAll(argument.get().paths())) {
      report(command, script, argument.get().mode(), mode.get(), context);
    }
  }

  /** On a folder the bits only say whose group new files get. */
  private static boolean makesFolders(Command command) {
    if (command.isNamed("mkdir")) {
      return true;
    }
    Optional<Invocation> invocation = Invocation.of(command);
    if (invocation.isPresent() && invocation.get().option("directory").isPresent()) {
      return true;
    }
    Optional<Command> find = command.host();
    if (find.isEmpty() || !find.get().isNamed("find")) {
      return false;
    }
    List<ShellWord> words = find.get().arguments();
    for (int i = 0; i + 1 < words.size(); i++) {
      if (words.get(i).text().equals("-type") && words.get(i + 1).text().equals("d")) {
        return true;
      }
    }
    return false;
  }

  /** Whether all lie in folders of programs; elsewhere a setgid bit is most often for a folder. */
  private static boolean arePrograms(List<ShellWord> paths) {
    for (ShellWord path : paths) {
      String text = path.text();
      if (!text.contains("/bin/") && !text.contains("/sbin/")) {
        return false;
      }
    }
    return !paths.isEmpty();
  }

  private static void report(
      Command command, ScriptContext script, Slice slice, FileMode mode, RuleContext context) {
    Finding finding = Finding.at(command.anchor(), slice, message(mode), slice);
    if (script.host() == ScriptContext.Host.STEP) {
      finding = finding.confidence(Confidence.LOW); // the machine is mostly thrown away
    }
    Optional<FileMode> safer = mode.withoutSetId();
    if (safer.isPresent()) {
      String text = safer.get().text();
      finding =
          finding.withFix(
              Fix.unsafe("Use mode " + text, Edit.replace(slice, text)).changing(command.anchor()));
    } else if (command.isNamed("chmod") && script.script().tree().isPresent()) {
      Edit edit = ShellEdits.deleteCommand(script.script().tree().get(), command.slice());
      String file = slice.place().file();
      finding =
          finding.withFix(
              Fix.unsafe("Delete the command", edit)
                  .changing(script.anchor())
                  .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file, script.anchor())));
    }
    context.report(finding);
  }

  private static String message(FileMode mode) {
    if (!mode.setsGroupId()) {
      return "mode %s sets the setuid bit: the file runs with its owner's rights";
    }
    return mode.setsUserId()
        ? "mode %s sets the setuid and setgid bits: the file runs with its owner's rights"
        : "mode %s sets the setgid bit: the file runs with its group's rights";
  }
}
