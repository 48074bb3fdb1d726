package dev.plimsoll.mojo;

import dev.plimsoll.config.CommandLineChoices;
import dev.plimsoll.engine.LintSettings;
import dev.plimsoll.engine.LintSettings.Fixes;
import dev.plimsoll.engine.LintSettings.Reach;
import dev.plimsoll.index.AllRules;
import dev.plimsoll.report.ConciseReport;
import dev.plimsoll.report.FixMode;
import dev.plimsoll.report.RunInfo;
import dev.plimsoll.report.Search;
import dev.plimsoll.report.Suppressed;
import dev.plimsoll.rule.Diagnostic;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.run.CheckRequest;
import dev.plimsoll.run.CheckResult;
import dev.plimsoll.run.CheckRun;
import dev.plimsoll.run.Root;
import dev.plimsoll.run.ThreadRunner;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Lints the project's folder; findings of severity warning and up fail the build. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends AbstractMojo {

  /** The folder to lint. */
  @Parameter(defaultValue = "${project.basedir}", property = "plimsoll.directory")
  private @Nullable File directory;

  /** Skips the check. */
  @Parameter(defaultValue = "false", property = "plimsoll.skip")
  private boolean skip;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip || directory == null) {
      getLog().info("skipped");
      return;
    }
    Root root = Root.of(directory.toPath(), List.of("."));
    try {
      CheckResult result = new CheckRun(request(root), new AllRules()).run();
      ByteArrayOutputStream report = new ByteArrayOutputStream();
      new ConciseReport().write(result.outcome(), info(root, result), report);
      judge(result, report.toString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new MojoExecutionException("the folder cannot be read: " + e.getMessage());
    }
  }

  private void judge(CheckResult result, String report)
      throws MojoExecutionException, MojoFailureException {
    report.lines().forEach(line -> getLog().warn(line));
    if (!result.configProblems().isEmpty()) {
      throw new MojoExecutionException(result.configProblems().get(0).toString());
    }
    Severity failOn = result.failOn().orElse(Severity.WARNING);
    long failing =
        result.outcome().findings().stream()
            .map(Diagnostic::severity)
            .filter(severity -> severity.isAtLeast(failOn))
            .count();
    if (failing > 0) {
      throw new MojoFailureException("Plimsoll found " + failing + " problems");
    }
  }

  private static CheckRequest request(Root root) {
    int jobs = Runtime.getRuntime().availableProcessors();
    return new CheckRequest(
        root,
        List.of("."),
        Optional.empty(),
        CommandLineChoices.NONE,
        Map.of(),
        new LintSettings(
            new ThreadRunner(jobs, ThreadRunner.DEFAULT_PATIENCE_MILLIS),
            LocalDate.now(ZoneOffset.UTC),
            Fixes.NONE,
            Reach.TARGETS),
        CheckRequest.Writing.NO);
  }

  private static RunInfo info(Root root, CheckResult result) {
    return new RunInfo(
        "0.1.0",
        Profile.RECOMMENDED,
        Severity.WARNING,
        FixMode.CHECK,
        Suppressed.HIDDEN,
        List.of(),
        root::shown,
        new dev.plimsoll.report.Console(
            dev.plimsoll.report.Console.Look.PLAIN, OptionalInt.empty()),
        new Search(result.found().seen(), List.of()));
  }
}
