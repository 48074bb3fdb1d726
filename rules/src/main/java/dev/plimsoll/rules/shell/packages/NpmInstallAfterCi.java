package dev.plimsoll.rules.shell.packages;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.PackageCall;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** npm install after npm ci resolves anew: what is tested is no longer what was locked. */
@RuleInfo(
    id = "shell/npm-install-after-ci",
    title = "npm install changes what npm ci has installed",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS)
public final class NpmInstallAfterCi extends DockerfileRule {

  private static final Set<String> CI = Set.of("ci", "clean-install", "install-clean");
  private static final Set<String> INSTALL = Set.of("install", "i", "add", "in");

  /** Another folder, or nothing that stays. */
  private static final List<String> ELSEWHERE =
      List.of("g", "global", "prefix", "C", "location", "no-save", "package-lock-only", "dry-run");

  /** An npm ci: its word, the step and the folder. */
  private record Ci(Slice verb, Run run, String folder) {}

  @Override
  public void stage(Stage stage, RuleContext context) {
    Optional<Ci> ci = Optional.empty();
    for (Step step : stage.steps()) {
      if (step instanceof Run run && run.workdir() instanceof Value.Known here) {
        ci = run(run, here.text(), ci, context);
      }
    }
  }

  /** Reports what follows an npm ci, and returns the latest one. */
  private static Optional<Ci> run(
      Run run, String folder, Optional<Ci> before, RuleContext context) {
    Optional<Ci> ci = before;
    for (Command command : run.script().commands()) {
      if (command.isNamed("cd") || command.isNamed("pushd")) {
        return ci; // what follows works elsewhere
      }
      if (!command.isNamed("npm")) {
        continue;
      }
      Optional<PackageCall> call = PackageCall.of(command);
      if (call.isEmpty() || call.get().verb().isEmpty()) {
        continue;
      }
      Slice verb = call.get().verb().get(0).slice();
      String subcommand = call.get().subcommand();
      if (CI.contains(subcommand)) {
        ci = Optional.of(new Ci(verb, run, folder));
      } else if (INSTALL.contains(subcommand)
          && ci.isPresent()
          && ci.get().folder().equals(folder)
          && !isAlternative(ci.get(), verb, run)
          && !call.get().mayHaveOption(ELSEWHERE, run)) {
        context.report(finding(command, verb, ci.get().verb()));
      }
    }
    return ci;
  }

  /** Whether, in one step, one of the two runs only where the other does not. */
  private static boolean isAlternative(Ci ci, Slice install, Run run) {
    if (!ci.run().equals(run)) {
      return false;
    }
    int start = ci.verb().place().span().end();
    int end = install.place().span().start();
    String between = install.source().host().content().substring(Math.min(start, end), end);
    return between.contains("||")
        || between.contains("else")
        || between.contains("elif")
        || between.contains(";;");
  }

  private static Finding finding(Command command, Slice verb, Slice ci) {
    return Finding.at(
            command.anchor(), verb, "npm %s changes what npm ci has installed before it", verb)
        .related(ci, "installs exactly what the lock file says");
  }
}
