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
import dev.plimsoll.parse.shell.tree.Chain;
import dev.plimsoll.parse.shell.tree.Pipeline;
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
import java.util.Set;

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

  private static final List<String> DEFAULT_SHELL = List.of("/bin/sh", "-c");

  /** What the shell does itself: no program of the name need be in the image. XCU 2.15. */
  private static final Set<String> BUILTINS =
      Set.of(
          ".",
          ":",
          "alias",
          "bg",
          "break",
          "builtin",
          "cd",
          "command",
          "continue",
          "declare",
          "eval",
          "exec",
          "exit",
          "export",
          "fg",
          "getopts",
          "hash",
          "jobs",
          "local",
          "popd",
          "pushd",
          "read",
          "readonly",
          "return",
          "set",
          "shift",
          "shopt",
          "source",
          "times",
          "trap",
          "type",
          "typeset",
          "ulimit",
          "umask",
          "unalias",
          "unset",
          "wait");

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
    if (tree.isEmpty() || !endsInExec(tree.get())) {
      report(command, tree, alone, context);
    }
  }

  private static void report(
      ContainerCommand command, Optional<ScriptTree> tree, boolean alone, RuleContext context) {
    Optional<SimpleCommand> only = alone && tree.isPresent() ? only(tree.get()) : Optional.empty();
    Slice keyword = command.tree().keyword().slice();
    if (only.isPresent()) {
      context.report(
          Finding.at(
                  command.anchor(),
                  keyword,
                  "the shell of this %s gets the signals that are meant for its program: write a"
                      + " JSON array",
                  keyword)
              .withFix(array(command, only.get().words())));
      return;
    }
    if (tree.isPresent() && endsInPipe(tree.get())) {
      context.report(
          Finding.at(
              command.anchor(),
              keyword,
              "the shell of this %s gets the signals that are meant for its programs, and exec does"
                  + " not end it in a pipe: start one program",
              keyword));
      return;
    }
    Finding finding =
        Finding.at(
            command.anchor(),
            keyword,
            "the shell of this %s gets the signals that are meant for its program: put exec before"
                + " the last one",
            keyword);
    Optional<ShellWord> program = tree.isPresent() ? lastProgram(tree.get()) : Optional.empty();
    context.report(program.isPresent() ? finding.withFix(exec(command, program.get())) : finding);
  }

  private static boolean isBroken(ContainerCommand command) {
    return BrokenArray.of(command.line().slice(), BrokenArray.Place.START).isPresent();
  }

  /** Whether the shell becomes its last program. */
  private static boolean endsInExec(ScriptTree tree) {
    Optional<SimpleCommand> last = last(tree);
    return last.isPresent()
        && last.get().words().size() > 1
        && last.get().words().get(0).text().equals("exec");
  }

  private static boolean endsInPipe(ScriptTree tree) {
    List<Chain> chains = tree.body().chains();
    if (chains.isEmpty()) {
      return false;
    }
    List<Chain.Link> links = chains.get(chains.size() - 1).links();
    return links.get(links.size() - 1).pipeline().commands().size() > 1;
  }

  /** What runs last and is no part of a pipeline, of a loop, or of the background. */
  private static Optional<SimpleCommand> last(ScriptTree tree) {
    List<Chain> chains = tree.body().chains();
    if (chains.isEmpty()) {
      return Optional.empty();
    }
    Chain last = chains.get(chains.size() - 1);
    Pipeline pipeline = last.links().get(last.links().size() - 1).pipeline();
    return !last.isBackground()
            && pipeline.prefixes().isEmpty()
            && pipeline.commands().size() == 1
            && pipeline.commands().get(0) instanceof SimpleCommand simple
        ? Optional.of(simple)
        : Optional.empty();
  }

  /** The name of the last program, where the shell has no more to do once it is started. */
  private static Optional<ShellWord> lastProgram(ScriptTree tree) {
    Optional<SimpleCommand> last = last(tree);
    if (last.isEmpty() || !last.get().assignments().isEmpty() || last.get().words().isEmpty()) {
      return Optional.empty();
    }
    ShellWord name = last.get().words().get(0);
    return name.isLiteral() && !BUILTINS.contains(name.text())
        ? Optional.of(name)
        : Optional.empty();
  }

  /** The one program that it starts, where no shell is needed to read its words. */
  private static Optional<SimpleCommand> only(ScriptTree tree) {
    List<Chain> chains = tree.body().chains();
    if (chains.size() != 1 || !tree.comments().isEmpty()) {
      return Optional.empty();
    }
    Chain chain = chains.get(0);
    Pipeline pipeline = chain.links().get(0).pipeline();
    boolean single =
        chain.links().size() == 1
            && chain.terminator().isEmpty()
            && pipeline.prefixes().isEmpty()
            && pipeline.commands().size() == 1;
    return single
            && pipeline.commands().get(0) instanceof SimpleCommand simple
            && simple.assignments().isEmpty()
            && simple.redirections().isEmpty()
            && isLiteral(simple.words())
        ? Optional.of(simple)
        : Optional.empty();
  }

  private static boolean isLiteral(List<ShellWord> words) {
    for (ShellWord word : words) {
      if (!word.isLiteral()) {
        return false;
      }
    }
    return !words.isEmpty() && !BUILTINS.contains(words.get(0).text());
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
