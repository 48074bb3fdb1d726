package dev.plimsoll.rules.shell.permissions;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.ShellEdits;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.FileMode;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  /** Folders that all users share by design, under a sticky bit. */
  private static final Set<String> SHARED = Set.of("/dev/shm", "/run/lock", "/tmp", "/var/tmp");

  @Override
  public void command(Command command, ScriptContext script, RuleContext context) {
    if (command.isNamed("umask")) {
      umask(command, script, context);
      return;
    }
    Optional<WideMode> wide = WideMode.of(command, script);
    if (wide.isPresent()
        && !wide.get().isWithin(context.options(Options.class).allowedPaths())
        && !wide.get().leavesNothing()) {
      report(wide.get(), context);
    }
  }

  private static void report(WideMode wide, RuleContext context) {
    Slice slice = wide.slice();
    Command command = wide.command();
    Finding finding =
        Finding.at(command.anchor(), slice, "mode %s lets every user write", slice)
            .confidence(confidence(wide.script()));
    if (SHARED.containsAll(wide.paths()) && !wide.paths().isEmpty()) {
      String text = slice.text().startsWith("0") ? "01777" : "1777";
      context.report(
          finding.withFix(
              Fix.unsafe("Use mode " + text, Edit.replace(slice, text))
                  .changing(command.anchor())));
      return;
    }
    Optional<ServiceStage> service = ServiceStage.of(wide, context.project());
    Optional<Fix> entrypoint = Optional.empty();
    Optional<Fix> owner = Optional.empty();
    if (service.isPresent()) {
      List<String> allowed = context.options(Options.class).allowedPaths();
      entrypoint = new DroppingEntrypoint(service.get(), context.project(), allowed).fix(wide);
      owner = service.get().ownership(wide);
    }
    boolean volume = service.isPresent() && service.get().isVolume(wide.paths());
    for (Optional<Fix> fix : volume ? List.of(entrypoint, owner) : List.of(owner, entrypoint)) {
      finding = fix.isPresent() ? finding.withFix(fix.get()) : finding;
    }
    Optional<Fix> narrower = owner.isPresent() ? Optional.empty() : narrower(wide);
    context.report(narrower.isPresent() ? finding.withFix(narrower.get()) : finding);
  }

  /** The machine of a CI step has mostly one user, and is thrown away. */
  private static Confidence confidence(ScriptContext script) {
    return script.host() == ScriptContext.Host.STEP ? Confidence.LOW : Confidence.HIGH;
  }

  private static Optional<Fix> narrower(WideMode wide) {
    Command command = wide.command();
    Optional<FileMode> safer = wide.mode().withoutOthersWrite();
    if (safer.isPresent()) {
      String text = safer.get().text();
      return Optional.of(
          Fix.unsafe("Use mode " + text, Edit.replace(wide.slice(), text))
              .changing(command.anchor()));
    }
    if (!command.isNamed("chmod") || wide.script().script().tree().isEmpty()) {
      return Optional.empty();
    }
    Edit edit = ShellEdits.deleteCommand(wide.script().script().tree().get(), command.slice());
    String file = command.slice().place().file();
    return Optional.of(
        Fix.unsafe("Delete the command", edit)
            .changing(wide.script().anchor())
            .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file, wide.script().anchor())));
  }

  /** An octal mask names what to take away, a symbolic one what to leave. */
  private static void umask(Command command, ScriptContext script, RuleContext context) {
    List<ShellWord> arguments = command.arguments();
    List<Command> all = script.script().commands();
    boolean isLast =
        script.host() == ScriptContext.Host.BUILD
            && all.get(all.size() - 1).anchor().equals(command.anchor())
            && all.get(all.size() - 1).slice().equals(command.slice());
    if (arguments.size() != 1 || !arguments.get(0).isLiteral() || isLast) {
      return; // after the last command of a RUN there is nothing left that it could change
    }
    Slice slice = arguments.get(0).unquoted();
    Optional<FileMode> mask = FileMode.parse(slice.text());
    if (mask.isEmpty()) {
      return;
    }
    boolean octal = mask.get() instanceof FileMode.Octal;
    if (mask.get().othersMayWrite() == octal) {
      return;
    }
    Finding finding =
        Finding.at(command.anchor(), slice, "umask %s lets every user write to new files", slice)
            .confidence(confidence(script));
    Optional<FileMode> symbolic = octal ? Optional.empty() : mask.get().withoutOthersWrite();
    String text = octal ? withBit(slice.text()) : symbolic.isEmpty() ? "" : symbolic.get().text();
    context.report(
        text.isEmpty()
            ? finding
            : finding.withFix(
                Fix.unsafe("Use umask " + text, Edit.replace(slice, text))
                    .changing(command.anchor())));
  }

  private static String withBit(String mask) {
    char last = (char) (mask.charAt(mask.length() - 1) | 2);
    return (mask.length() == 1 ? "00" : mask.substring(0, mask.length() - 1)) + last;
  }
}
