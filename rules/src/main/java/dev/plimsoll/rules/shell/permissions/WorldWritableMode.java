package dev.plimsoll.rules.shell.permissions;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.FileMode;
import dev.plimsoll.model.command.ModeArgument;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/** Any process in the container, or on the host, can rewrite what every user may write. */
@RuleInfo(
    id = "shell/world-writable-mode",
    title = "Mode lets every user write",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    fix = Safety.UNSAFE,
    aliases = {"sonar:S2612", "tally:world-writable-state-path-workaround"},
    cwe = 732,
    options = WorldWritableMode.Options.class)
public final class WorldWritableMode extends ShellRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "paths that every user may write to; a trailing /** covers what lies below")
          List<String> allowedPaths) {}

  @Override
  public void command(Command command, ScriptContext script, RuleContext context) {
    Optional<ModeArgument> argument = ModeArgument.of(command);
    if (argument.isPresent()) {
      check(command, argument.get(), context);
    }
  }

  private static void check(Command command, ModeArgument argument, RuleContext context) {
    Optional<FileMode> mode = FileMode.parse(argument.mode().text());
    if (mode.isEmpty() || !mode.get().othersMayWrite() || mode.get().isSticky()) {
      return;
    }
    if (argument.liesWithin(context.options(Options.class).allowedPaths())) {
      return;
    }
    Slice slice = argument.mode();
    Finding finding = Finding.at(command.anchor(), slice, "mode %s lets every user write", slice);
    Optional<FileMode> safer = mode.get().withoutOthersWrite();
    if (safer.isPresent()) {
      String text = safer.get().text();
      finding =
          finding.withFix(
              Fix.unsafe("Use mode " + text, Edit.replace(slice, text)).changing(command.anchor()));
    }
    context.report(finding);
  }
}
