package dev.plimsoll.rules.shell.scripts;

import dev.plimsoll.fix.DockerfileEdits;
import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.ShellEdits;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Piping;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.model.command.ScriptContext.Host;
import dev.plimsoll.model.command.Shebang;
import dev.plimsoll.model.command.ShellOptions;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.parse.shell.tree.Chain;
import dev.plimsoll.parse.shell.tree.ShellCommand;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import dev.plimsoll.text.Anchor;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The build goes on with half a download, or with none. */
@RuleInfo(
    id = "shell/pipe-without-pipefail",
    title = "Pipe hides the failure of its first command",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    aliases = "hadolint:DL4006")
public final class PipeWithoutPipefail extends ShellRule {

  /** They do not fail, or failing is an answer of theirs. */
  private static final Set<String> NEVER_AMISS =
      Set.of(
          ":",
          "arch",
          "cmp",
          "date",
          "diff",
          "echo",
          "egrep",
          "fgrep",
          "getconf",
          "grep",
          "hostname",
          "id",
          "locale",
          "lsb_release",
          "nproc",
          "printf",
          "pwd",
          "seq",
          "set",
          "true",
          "uname",
          "whoami",
          "yes");

  /** They stop reading when they have what they want, and pipefail then sees a broken pipe. */
  private static final Set<String> STOPPING = Set.of("head", "grep", "egrep", "fgrep", "yes");

  /** What a shell can do about it. */
  private enum Means {
    /** It has the option. */
    OPTION,
    /** It lacks the option, and the image has bash. */
    BASH,
    NONE,
    UNKNOWN
  }

  @Override
  public void script(ScriptContext script, RuleContext context) {
    List<Piping> pipings = script.script().pipings();
    if (pipings.isEmpty() || script.host() != Host.BUILD || means(script) == Means.NONE) {
      return;
    }
    boolean first = true;
    for (Piping piping : pipings) {
      Optional<Command> culprit = culprit(piping, script);
      if (culprit.isPresent()) {
        Finding finding =
            Finding.at(
                piping.anchor(),
                culprit.get().name().slice(),
                "a failure of %s goes unnoticed: the pipe has the status of its last command",
                culprit.get().name().slice());
        Optional<Fix> fix = first ? fix(script) : Optional.empty();
        context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
        first = false;
      }
    }
  }

  /** The first command of a pipeline whose failure is not seen. */
  private static Optional<Command> culprit(Piping piping, ScriptContext script) {
    Optional<Command> first = piping.segments().get(0);
    if (piping.isTested() || piping.host().isPresent() || first.isEmpty()) {
      return Optional.empty();
    }
    Command command = first.get();
    if (NEVER_AMISS.contains(command.program()) || isAnswer(command)) {
      return Optional.empty();
    }
    boolean atStart = ShellOptions.given(script.interpreter(), "pipefail", ' ');
    int offset = piping.tree().slice().place().span().start();
    return ShellOptions.isOn(script.script(), atStart, piping.host(), offset, "pipefail", ' ')
        ? Optional.empty()
        : first;
  }

  /** A document in the script, or a fact of the system. */
  private static boolean isAnswer(Command command) {
    List<ShellWord> words = command.arguments();
    return words.isEmpty()
        ? command.isNamed("cat")
        : command.isNamed("dpkg") && words.get(0).text().startsWith("--print-");
  }

  private static Means means(ScriptContext script) {
    String program = program(script);
    if (!program.equals("sh") && !program.equals("dash")) {
      return Means.OPTION;
    }
    if (script.image().isEmpty()) {
      return Means.UNKNOWN;
    }
    BaseImage image = script.image().get();
    if (program.equals("sh") && image.sh() != BaseImage.Sh.DASH) {
      return image.sh() == BaseImage.Sh.NONE ? Means.NONE : Means.OPTION;
    }
    return image.bash() ? Means.BASH : Means.NONE;
  }

  private static String program(ScriptContext script) {
    List<String> words = script.interpreter();
    return words.isEmpty() ? "sh" : words.get(0).substring(words.get(0).lastIndexOf('/') + 1);
  }

  private static Optional<Fix> fix(ScriptContext script) {
    for (Piping piping : script.script().pipings()) {
      for (Optional<Command> segment : piping.segments()) {
        if (segment.isPresent() && STOPPING.contains(segment.get().program())) {
          return Optional.empty();
        }
      }
    }
    Means means = means(script);
    if (means == Means.OPTION) {
      return setOption(script);
    }
    return means == Means.BASH && script instanceof Run run ? shell(run) : Optional.empty();
  }

  private static Optional<Fix> setOption(ScriptContext script) {
    List<Chain> chains = script.script().tree().orElseThrow().body().chains();
    if (chains.isEmpty()) {
      return Optional.empty();
    }
    Chain chain = chains.get(0);
    return Optional.of(
        Fix.unsafe("Set pipefail", setOption(chain, script))
            .changing(script.anchor())
            .declaring(
                ModelChange.of(
                    ModelChange.Kind.ADD, chain.slice().place().file(), script.anchor())));
  }

  /** Joins the set that the script begins with, if it does. */
  private static Edit setOption(Chain chain, ScriptContext script) {
    ShellCommand first = chain.links().get(0).pipeline().commands().get(0);
    List<Command> commands = script.script().commands();
    if (!commands.isEmpty() && commands.get(0).slice().equals(first.slice())) {
      Command command = commands.get(0);
      List<ShellWord> words = command.arguments();
      if (command.isNamed("set") && !words.isEmpty() && hasOnlyLetters(words)) {
        return Edit.insertAfter(words.get(words.size() - 1).slice(), " -o pipefail");
      }
    }
    boolean isHeredoc = script instanceof Run run && !run.run().heredocs().isEmpty();
    return isHeredoc
        ? ShellEdits.insertLineBefore(chain.slice(), "set -o pipefail")
        : Edit.insertBefore(chain.slice(), "set -o pipefail && ");
  }

  private static boolean hasOnlyLetters(List<ShellWord> words) {
    for (ShellWord word : words) {
      String text = word.text();
      if (!text.startsWith("-") || text.startsWith("--") || text.endsWith("o")) {
        return false;
      }
    }
    return true;
  }

  /** Gives the stage another shell, before the first of its RUNs that needs one. */
  private static Optional<Fix> shell(Run run) {
    if (run.isTrigger()
        || run.before().shell().instruction().isPresent()
        || Shebang.of(run.script().slice().text()).isPresent()) {
      return Optional.empty();
    }
    for (Optional<Run> at = run.previous(); at.isPresent(); at = at.get().previous()) {
      if (hasCulprit(at.get())) {
        return Optional.empty();
      }
    }
    String stage = run.anchor().address();
    Anchor anchor = new Anchor(stage.substring(0, stage.lastIndexOf('/'))).child("SHELL");
    Edit edit =
        DockerfileEdits.insertLineBefore(
            run.tree(), "SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]");
    String file = run.tree().slice().place().file();
    return Optional.of(
        Fix.unsafe("Let bash run the stage, with pipefail", edit)
            .declaring(ModelChange.of(ModelChange.Kind.ADD, file, anchor)));
  }

  private static boolean hasCulprit(Run run) {
    for (Piping piping : run.script().pipings()) {
      if (culprit(piping, run).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
