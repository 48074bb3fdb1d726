package dev.plimsoll.rules.dockerfile.health;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.dockerfile.BrokenArray;
import dev.plimsoll.model.dockerfile.BuildShell;
import dev.plimsoll.model.dockerfile.ContainerCommand;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.CommandLine;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.shell.tree.ScriptTree;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.parse.shell.tree.SimpleCommand;
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

/**
 * A shell that does not pass signals on has its program killed, after ten seconds, at each stop.
 */
@RuleInfo(
    id = "dockerfile/shell-form-command",
    title = "Shell-form CMD or ENTRYPOINT swallows signals",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    fix = Safety.UNSAFE,
    aliases = {"hadolint:DL3025", "buildkit:JSONArgsRecommended", "sonar:S7019"})
public final class ShellFormCommand extends DockerfileRule {

  private static final String ARRAY =
      "the shell of this %s gets the signals that are meant for its program: write a JSON array";
  private static final String EXEC =
      "the shell of this %s gets the signals that are meant for its program: put exec before the"
          + " last one";
  private static final String ONE_PROGRAM =
      "the shell of this %s gets the signals that are meant for its programs, and exec does not end"
          + " it in a pipe: start one program";

  private static final List<String> DEFAULT_SHELL = List.of("/bin/sh", "-c");

  @Override
  public void stage(Stage stage, RuleContext context) {
    Optional<ContainerCommand> cmd = Optional.empty();
    Optional<ContainerCommand> entrypoint = Optional.empty();
    for (Step step : stage.steps()) {
      if (step instanceof ContainerCommand command) {
        if (command.tree() instanceof Instruction.Cmd) {
          cmd = Optional.of(command);
        } else if (command.tree() instanceof Instruction.Entrypoint) {
          entrypoint = Optional.of(command);
        }
      }
    }
    if (cmd.isPresent() && !ignoresCmd(stage)) {
      check(cmd.get(), true, context);
    }
    if (entrypoint.isPresent()) {
      check(entrypoint.get(), cmd.isEmpty(), context);
    }
  }

  /** Whether the ENTRYPOINT in force is a text for a shell, to which CMD adds nothing. */
  private static boolean ignoresCmd(Stage stage) {
    Optional<Instruction.Entrypoint> entrypoint = stage.end().entrypoint();
    return entrypoint.isPresent()
        && entrypoint.get().command() instanceof CommandLine.ShellForm line
        && !line.slice().span().isEmpty();
  }

  /**
   * Looks at a command that counts.
   *
   * @param alone whether its exec form runs the same: that of an ENTRYPOINT takes CMD for arguments
   */
  private static void check(ContainerCommand command, boolean alone, RuleContext context) {
    BuildShell shell = command.before().shell();
    boolean judged =
        command.line() instanceof CommandLine.ShellForm
            && !command.line().slice().span().isEmpty()
            && shell.instruction().isEmpty()
            && shell.words().equals(DEFAULT_SHELL);
    if (!judged || isBroken(command)) {
      return;
    }
    Optional<ScriptTree> tree = command.script().tree();
    Optional<StartLine> line =
        tree.isEmpty() ? Optional.empty() : Optional.of(new StartLine(tree.get()));
    if (line.isEmpty() || !line.get().endsInExec()) {
      report(command, line, alone, context);
    }
  }

  private static void report(
      ContainerCommand command, Optional<StartLine> line, boolean alone, RuleContext context) {
    Optional<SimpleCommand> only = alone && line.isPresent() ? line.get().only() : Optional.empty();
    Optional<ShellWord> program = line.isPresent() ? line.get().lastProgram() : Optional.empty();
    boolean pipe = line.isPresent() && line.get().endsInPipe();
    Slice keyword = command.tree().keyword().slice();
    String cure = only.isPresent() ? ARRAY : pipe ? ONE_PROGRAM : EXEC;
    Finding finding = Finding.at(command.anchor(), keyword, cure, keyword);
    if (only.isPresent()) {
      finding = finding.withFix(array(command, only.get().words()));
    } else if (program.isPresent()) {
      finding = finding.withFix(exec(command, program.get()));
    }
    context.report(finding);
  }

  private static boolean isBroken(ContainerCommand command) {
    return BrokenArray.of(command.line().slice(), BrokenArray.Place.START).isPresent();
  }

  private static Fix array(ContainerCommand command, List<ShellWord> words) {
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String before = i == 0 ? "[" : "";
      String after = i == words.size() - 1 ? "]" : ",";
      edits.add(Edit.replace(words.get(i).slice(), before + json(words.get(i).text()) + after));
    }
    return declaring(command, Fix.unsafe("Write a JSON array", edits.toArray(new Edit[0])));
  }

  private static Fix exec(ContainerCommand command, ShellWord name) {
    return declaring(
        command, Fix.unsafe("Put exec before it", Edit.insertBefore(name.slice(), "exec ")));
  }

  private static Fix declaring(ContainerCommand command, Fix fix) {
    String file = command.tree().keyword().slice().place().file();
    return fix.declaring(ModelChange.of(ModelChange.Kind.CHANGE, file, command.anchor()))
        .declaring(ModelChange.of(ModelChange.Kind.ADD, file, command.anchor()))
        .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file, command.anchor()));
  }

  private static String json(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\');
      }
      json.append(c == '\t' ? "\\t" : String.valueOf(c));
    }
    return json.append('"').toString();
  }
}
