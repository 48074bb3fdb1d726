package dev.plimsoll.rules.dockerfile.size;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.PackageCall;
import dev.plimsoll.model.command.PackageManager;
import dev.plimsoll.model.dockerfile.Base;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Source;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is only needed to build, compilers and test runners, is often most of node_modules. */
@RuleInfo(
    id = "dockerfile/full-node-modules-in-image",
    title = "Final image ships the full node_modules",
    severity = Severity.WARNING,
    category = Category.PERFORMANCE,
    confidence = Confidence.MEDIUM)
public final class FullNodeModulesInImage extends DockerfileRule {

  private static final Set<String> MANAGERS = Set.of("npm", "yarn", "pnpm", "bun");

  /** What of a command's words says that development packages stay out or are taken out. */
  private static final List<String> PRODUCTION =
      List.of("--omit", "--production", "--prod", "-P", "prune", "deploy", "focus", "--only");

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    if (file.stages().size() < 2) {
      return;
    }
    Stage last = file.finalStage().orElseThrow();
    for (Step step : last.steps()) {
      if (step instanceof Copy copy
          && copy.source().isPresent()
          && copy.source().get() instanceof Source.OfStage from) {
        check(copy, file.stages().get(from.index()), last, context);
      }
    }
  }

  private static void check(Copy copy, Stage from, Stage last, RuleContext context) {
    Optional<Full> full = full(from);
    if (full.isEmpty() || prunes(last)) {
      return;
    }
    for (Word word : copy.tree().sources()) {
      String path = clean(word.text());
      if (path.equals(full.get().folder()) || path.equals(full.get().folder() + "/node_modules")) {
        context.report(
            Finding.at(
                    copy.anchor(),
                    word.slice(),
                    "%s brings all that was installed to build: leave the development packages out",
                    word.slice())
                .related(full.get().install(), "installed here"));
        return;
      }
    }
  }

  private static String clean(String path) {
    String text = path.endsWith("/.") ? path.substring(0, path.length() - 2) : path;
    return text.length() > 1 && text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  /** An install with development packages that a build followed. */
  private record Full(String folder, Slice install) {}

  private static Optional<Full> full(Stage stage) {
    Optional<Full> full = Optional.empty();
    boolean built = false;
    for (Run run : runs(stage)) {
      for (Command command : run.script().commands()) {
        if (!MANAGERS.contains(command.program())) {
          continue;
        }
        if (isProduction(command, run) || command.environment().size() > 0) {
          return Optional.empty();
        }
        if (installs(command) && run.workdir() instanceof Value.Known folder) {
          full = Optional.of(new Full(folder.text(), command.slice()));
        } else {
          built |= full.isPresent() && isBuild(command);
        }
      }
      if (run.script().slice().text().contains("rm -rf node_modules")) {
        return Optional.empty();
      }
    }
    return built ? full : Optional.empty();
  }

  /** Those of a stage and of the stages that it is built on, in order. */
  private static List<Run> runs(Stage stage) {
    List<Run> runs = new ArrayList<>();
    if (stage.base() instanceof Base.OfStage base) {
      runs.addAll(runs(base.stage()));
    }
    for (Step step : stage.steps()) {
      if (step instanceof Run run && !run.isTrigger()) {
        runs.add(run);
      }
    }
    return runs;
  }

  private static boolean prunes(Stage stage) {
    for (Run run : runs(stage)) {
      for (Command command : run.script().commands()) {
        if (MANAGERS.contains(command.program())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean installs(Command command) {
    if (command.isNamed("yarn") && command.arguments().isEmpty()) {
      return true;
    }
    Optional<PackageCall> call = PackageCall.of(command);
    return call.isPresent()
        && call.get().does(PackageManager.Action.INSTALL)
        && call.get().packages().isEmpty()
        && call.get().invocation().option("global").isEmpty();
  }

  private static boolean isProduction(Command command, Run run) {
    for (ShellWord word : command.arguments()) {
      for (String sign : PRODUCTION) {
        if (word.text().equals(sign) || word.text().startsWith(sign + "=")) {
          return true;
        }
      }
    }
    for (Value mode : run.variable("NODE_ENV").alternatives()) {
      if (mode instanceof Value.Known known && known.text().equals("production")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBuild(Command command) {
    for (ShellWord word : command.arguments()) {
      if (word.text().equals("build") || word.text().startsWith("build:")) {
        return true;
      }
    }
    return false;
  }
}
