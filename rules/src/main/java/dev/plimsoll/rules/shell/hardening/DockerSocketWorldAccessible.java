package dev.plimsoll.rules.shell.hardening;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.FileMode;
import dev.plimsoll.model.command.ModeArgument;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import java.util.Optional;

/** Whoever may write to Docker's socket is root on the machine. */
@RuleInfo(
    id = "shell/docker-socket-world-accessible",
    title = "Docker socket is opened to every user",
    severity = Severity.ERROR,
    category = Category.SECURITY,
    fix = Safety.UNSAFE,
    cwe = 732)
public final class DockerSocketWorldAccessible extends ShellRule {

  @Override
  public void command(Command command, ScriptContext script, RuleContext context) {
    Optional<ModeArgument> argument = ModeArgument.of(command);
    if (argument.isEmpty() || !argument.get().namesDockerSocket()) {
      return;
    }
    Optional<FileMode> mode = FileMode.parse(argument.get().mode().text());
    if (mode.isEmpty() || !mode.get().othersMayWrite()) {
      return;
    }
    Finding finding =
        Finding.at(
            command.anchor(),
            argument.get().mode(),
            "mode %s lets every user of the machine become root through Docker",
            argument.get().mode());
    if (script.host() == ScriptContext.Host.STEP) {
      finding = finding.confidence(Confidence.LOW); // whoever runs there may do anything anyway
    }
    Optional<FileMode> safer = mode.get().withoutOthersWrite();
    if (safer.isPresent()) {
      String text = safer.get().text();
      finding =
          finding.withFix(
              Fix.unsafe("Use mode " + text, Edit.replace(argument.get().mode(), text))
                  .changing(command.anchor()));
    }
    context.report(finding);
  }
}
