package dev.plimsoll.rules.dockerfile.packages;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.PackageCall;
import dev.plimsoll.model.dockerfile.Base;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Flag;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What two stages install alike is downloaded twice, built twice and can come out different. */
@RuleInfo(
    id = "dockerfile/duplicate-install-across-stages",
    title = "Several stages install the same dependencies",
    severity = Severity.INFO,
    category = Category.PERFORMANCE,
    profile = Profile.STRICT)
public final class DuplicateInstallAcrossStages extends DockerfileRule {

  private static final Set<String> MANAGERS =
      Set.of(
          "npm",
          "yarn",
          "pnpm",
          "bun",
          "pip",
          "pip3",
          "uv",
          "poetry",
          "pipenv",
          "bundle",
          "bundler",
          "composer",
          "go",
          "cargo",
          "dotnet");

  /** What installs by a manifest; a build or a test of the program is no install. */
  private static final Set<String> INSTALLS =
      Set.of(
          "install",
          "i",
          "ci",
          "clean-install",
          "sync",
          "pip install",
          "pip sync",
          "mod download",
          "fetch",
          "restore");

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    if (file.stages().size() < 2) {
      return;
    }
    Map<String, Command> first = new HashMap<>();
    for (Stage stage : file.stages()) {
      stage(stage, first, context);
    }
  }

  private static void stage(Stage stage, Map<String, Command> first, RuleContext context) {
    StringBuilder manifests = new StringBuilder();
    Set<String> seen = new HashSet<>();
    for (Step step : stage.steps()) {
      if (step instanceof Copy copy && copy.readsContext()) {
        for (Word source : copy.tree().sources()) {
          manifests.append(source.text()).append('\0');
        }
      } else if (step instanceof Run run && !run.isTrigger()) {
        for (Command command : run.script().commands()) {
          Optional<String> key = key(stage, run, command, manifests.toString());
          if (key.isPresent() && seen.add(key.get())) {
            check(command, key.get(), first, context);
          }
        }
      }
    }
  }

  private static void check(
      Command command, String key, Map<String, Command> first, RuleContext context) {
    Command other = first.putIfAbsent(key, command);
    if (other != null) {
      context.report(
          Finding.at(
                  command.anchor(),
                  command.name().slice(),
                  "%s installs what an earlier stage has installed already: take it from there",
                  command.name().slice())
              .related(other.slice(), "installed here"));
    }
  }

  /** What two installs have in common that put in the same; none where that is not to be known. */
  private static Optional<String> key(Stage stage, Run run, Command command, String manifests) {
    if (!MANAGERS.contains(command.program()) || manifests.isEmpty()) {
      return Optional.empty();
    }
    Optional<PackageCall> call = PackageCall.of(command);
    boolean installs =
        call.isPresent()
            && (INSTALLS.contains(call.get().subcommand()) || isBareYarn(command))
            && isByManifest(call.get());
    if (!installs
        || !(stage.base().root() instanceof Base.OfImage image)
        || !(run.workdir() instanceof Value.Known workdir)
        || image.reference().isEmpty()) {
      return Optional.empty();
    }
    StringBuilder key = new StringBuilder(image.reference().get().toString());
    for (Flag flag : stage.from().flags()) {
      key.append(flag.slice().text());
    }
    key.append('\n').append(workdir.text()).append('\n').append(manifests);
    key.append('\n').append(command.program());
    for (ShellWord word : command.arguments()) {
      key.append(' ').append(word.slice().text());
    }
    Value mode = run.variable("NODE_ENV").alternatives().get(0);
    key.append('\n').append(mode instanceof Value.Known known ? known.text() : "");
    return Optional.of(key.toString());
  }

  private static boolean isBareYarn(Command command) {
    return command.isNamed("yarn") && command.arguments().isEmpty();
  }

  /** Without names of packages; of pip only with a file. */
  private static boolean isByManifest(PackageCall call) {
    boolean pip = call.manager().name().startsWith("pip") || call.subcommand().startsWith("pip ");
    if (call.invocation().option("global").isPresent()) {
      return false;
    }
    return pip ? call.invocation().option("requirement").isPresent() : call.packages().isEmpty();
  }
}
