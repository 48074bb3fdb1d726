package dev.plimsoll.rules.shell.build;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.ShellEdits;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Each build does everything again, whatever changed. */
@RuleInfo(
    id = "shell/docker-build-no-cache",
    title = "Build command switches the layer cache off",
    severity = Severity.WARNING,
    category = Category.PERFORMANCE,
    confidence = Confidence.MEDIUM,
    fix = Safety.UNSAFE)
public final class DockerBuildNoCache extends ShellRule {

  private static final Set<String> BUILDERS =
      Set.of("docker", "docker-compose", "podman", "podman-compose", "nerdctl", "buildah");
  private static final Set<String> VERBS = Set.of("build", "bake", "bud");

  @Override
  public void command(Command command, ScriptContext script, RuleContext context) {
    if (BUILDERS.contains(command.program())) {
      Optional<ShellWord> word = noCache(command.arguments());
      if (word.isPresent()) {
        report(command, word.get(), script, context);
      }
    }
  }

  /**
   * The option of a build; none where the build fetches its bases anew too, so that it is meant.
   */
  private static Optional<ShellWord> noCache(List<ShellWord> arguments) {
    Optional<ShellWord> found = Optional.empty();
    boolean builds = false;
    for (ShellWord argument : arguments) {
      String text = argument.text();
      if (builds && (text.equals("--no-cache") || text.equals("--no-cache=true"))) {
        found = Optional.of(argument);
      } else if (text.equals("--pull") || text.startsWith("--pull=")) {
        return Optional.empty();
      }
      builds |= VERBS.contains(text);
      if (!builds && (text.equals("run") || text.equals("exec"))) {
        return Optional.empty(); // what follows is for the container
      }
    }
    return found;
  }

  private static void report(
      Command command, ShellWord word, ScriptContext script, RuleContext context) {
    Edit edit =
        word.isVerbatim()
            ? new Edit.Impossible("a string of a list")
            : ShellEdits.deleteWord(word.slice());
    boolean isFresh = script.host() == ScriptContext.Host.STEP; // a machine without a cache
    context.report(
        Finding.at(
                command.anchor(),
                word.slice(),
                "%s has every layer built again, whatever changed",
                word.slice())
            .confidence(isFresh ? Confidence.LOW : Confidence.MEDIUM)
            .withFix(Fix.unsafe("Delete " + word.text(), edit).changing(command.anchor())));
  }
}
