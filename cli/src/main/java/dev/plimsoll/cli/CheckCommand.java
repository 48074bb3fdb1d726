package dev.plimsoll.cli;

import dev.plimsoll.config.ConfigProblem;
import dev.plimsoll.engine.LintSettings;
import dev.plimsoll.index.AllRules;
import dev.plimsoll.report.Console.Look;
import dev.plimsoll.report.FixMode;
import dev.plimsoll.report.Notices;
import dev.plimsoll.report.PathNames;
import dev.plimsoll.report.RunInfo;
import dev.plimsoll.report.Search;
import dev.plimsoll.report.Suppressed;
import dev.plimsoll.report.TextReport;
import dev.plimsoll.report.UnifiedDiff;
import dev.plimsoll.rule.Diagnostic;
import dev.plimsoll.rule.Outcome;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleIndex;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.run.CheckRequest;
import dev.plimsoll.run.CheckRequest.Writing;
import dev.plimsoll.run.CheckResult;
import dev.plimsoll.run.CheckRun;
import dev.plimsoll.run.Root;
import dev.plimsoll.run.SetResult;
import dev.plimsoll.run.StandardInput;
import dev.plimsoll.run.ThreadRunner;
import dev.plimsoll.source.FoundFiles;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code plimsoll check}: lints, and fixes where it is asked to. */
final class CheckCommand {

  private static final long MILLIS_A_DAY = 86_400_000;

  private static final List<String> SHAPES =
      List.of(
          "Dockerfile",
          "Containerfile",
          "*.Dockerfile",
          "Dockerfile.*",
          "Dockerfile-*",
          "*.sh",
          "*.bash",
          "Makefile",
          "*.mk",
          "*.service",
          "*.socket",
          ".github/workflows/*.yml",
          "action.yml",
          ".gitlab-ci.yml",
          "compose.yaml",
          "docker-compose*.yml");

  private final Console console;
  private final RuleIndex index = new AllRules();

  CheckCommand(Console console) {
    this.console = console;
  }

  ExitCode run(String... arguments) throws UsageException {
    CheckOptions options =
        new CheckOptions(Arguments.parse("check", CheckOptions.options(), arguments));
    if (options.has("help")) {
      console.out().print(Console.resource("plimsoll/help/check.txt"));
      return ExitCode.CLEAN;
    }
    options.checkTogether();
    Outputs outputs = Outputs.parse(options.formats());
    Optional<Severity> failOn = options.failOn();
    CheckRequest request = request(options);
    CheckRun run = new CheckRun(request, index);
    if (request.writing() == Writing.YES) {
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> console.complain(run.interrupt()), "plimsoll-stop"));
    }
    CheckResult result = run(run);
    Severity gate = failOn.isPresent() ? failOn.get() : result.failOn().orElse(Severity.WARNING);
    report(options, outputs, result, info(options, outputs, result, gate));
    return exitCode(options, result, gate);
  }

  private static CheckResult run(CheckRun run) throws UsageException {
    try {
      return run.run();
    } catch (IOException e) {
      throw new UsageException("the folder cannot be read: " + e.getMessage());
    }
  }

  private CheckRequest request(CheckOptions options) throws UsageException {
    Optional<StandardInput> stdin = Optional.empty();
    List<String> paths = options.targets();
    if (options.readsStandardInput()) {
      String name = options.standardInputName();
      try {
        stdin = Optional.of(new StandardInput(name, console.in().readAllBytes()));
      } catch (IOException e) {
        throw new UsageException("standard input cannot be read: " + e.getMessage());
      }
      paths = new java.util.ArrayList<>(paths);
      paths.add(name);
    }
    Root root = Root.of(console.workingDirectory(), paths);
    // The day in UTC: the zone's own would load the time zone data of the JVM.
    LocalDate today = LocalDate.ofEpochDay(Math.floorDiv(System.currentTimeMillis(), MILLIS_A_DAY));
    return new CheckRequest(
        root,
        options.targets(),
        stdin,
        options.choices(root),
        options.as(),
        new LintSettings(
            new ThreadRunner(options.jobs(), ThreadRunner.DEFAULT_PATIENCE_MILLIS),
            today,
            options.fixes(),
            options.reach()),
        options.fixMode() == FixMode.WRITE ? Writing.YES : Writing.NO);
  }

  private RunInfo info(CheckOptions options, Outputs outputs, CheckResult result, Severity failOn)
      throws UsageException {
    Root root = Root.of(console.workingDirectory(), options.targets());
    boolean colour = options.colour(console);
    boolean links = colour && console.terminal();
    Look look = links ? Look.COLOUR_AND_LINKS : colour ? Look.COLOUR : Look.PLAIN;
    return new RunInfo(
        Version.TEXT,
        Profile.RECOMMENDED,
        failOn,
        options.fixMode(),
        options.has("show-suppressed") ? Suppressed.SHOWN : Suppressed.HIDDEN,
        outputs.needRules() ? result.enabledRules(index) : List.of(),
        new ShownNames(root),
        new dev.plimsoll.report.Console(look, columns()),
        new Search(result.found().seen(), SHAPES));
  }

  private OptionalInt columns() {
    String columns = console.environment().getOrDefault("COLUMNS", "");
    try {
      return columns.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(columns));
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  private void report(CheckOptions options, Outputs outputs, CheckResult result, RunInfo info)
      throws UsageException {
    complain(result, info);
    boolean quiet = options.has("quiet") || foundNothing(result);
    boolean isText = options.fixMode() == FixMode.DIFF || outputs.consoleIsText();
    if (quiet || !isText) {
      console.err().print(new Notices(result.outcome(), info)); // the text report has them in it
    }
    outputs.writeFiles(result.outcome(), info, console.workingDirectory());
    try {
      if (options.fixMode() == FixMode.DIFF) {
        console.out().print(UnifiedDiff.of(result.outcome(), patchNames(info)));
        if (!options.has("quiet")) {
          new TextReport().write(result.outcome(), info, console.err());
        }
      } else if (!isText || !quiet) {
        outputs.writeConsole(result.outcome(), info, console.out());
      }
    } catch (IOException e) {
      throw new UsageException("the report cannot be written: " + e.getMessage());
    }
    if (options.has("statistics")) {
      Statistics.print(result.outcome(), console.err());
    }
  }

  /** git apply counts from the top of the repository, wherever it is called. */
  private PathNames patchNames(RunInfo info) {
    return Root.of(console.workingDirectory(), List.of(".")).isRepository()
        ? PathNames.SAME
        : info.paths();
  }

  /** Every target was missing, which was said already: "nothing to check" would be no news. */
  private static boolean foundNothing(CheckResult result) {
    return !result.found().missing().isEmpty()
        && result.found().files().isEmpty()
        && result.outcome().notAnalysed().isEmpty();
  }

  /** What is no finding goes to standard error, whatever the format. */
  private void complain(CheckResult result, RunInfo info) {
    if (!result.recovery().isEmpty()) {
      console.complain(result.recovery().line());
    }
    for (ConfigProblem problem : result.configProblems()) {
      console.err().println(shown(problem, info));
    }
    for (FoundFiles.Missing missing : result.found().missing()) {
      String path = info.paths().shown(missing.name());
      console.complain(
          "no such file: "
              + path
              + (missing.nearest().isPresent()
                  ? " (did you mean " + info.paths().shown(missing.nearest().get()) + "?)"
                  : ""));
    }
    for (SetResult set : result.refused()) {
      console.complain("not written: " + set.refusal().orElse(""));
    }
  }

  private static String shown(ConfigProblem problem, RunInfo info) {
    return problem.file().startsWith("--")
        ? problem.toString()
        : info.paths().shown(problem.file()) + ":" + problem.position() + ": " + problem.message();
  }

  private static ExitCode exitCode(CheckOptions options, CheckResult result, Severity failOn) {
    Outcome outcome = result.outcome();
    boolean usage =
        !result.configProblems().isEmpty()
            || !result.found().missing().isEmpty()
            || namedOneIsUnread(outcome);
    if (usage) {
      return ExitCode.USAGE;
    }
    if (!outcome.failures().isEmpty() || !result.refused().isEmpty()) {
      return ExitCode.TOOL_FAILURE;
    }
    for (Diagnostic finding : outcome.findings()) {
      if (finding.severity().isAtLeast(failOn) && !options.has("exit-zero")) {
        return ExitCode.FINDINGS;
      }
    }
    return ExitCode.CLEAN;
  }

  private static boolean namedOneIsUnread(Outcome outcome) {
    for (Outcome.NotAnalysed each : outcome.notAnalysed()) {
      if (each.named()) {
        return true;
      }
    }
    return false;
  }

  /** A class, not a method reference: on this path a process's first lambda is dear. */
  private static final class ShownNames implements PathNames {
    private final Root root;
    private String last = "\0"; // no file is called so
    private String shown = "";

    private ShownNames(Root root) {
      this.root = root;
    }

    /** Findings of one file come one after the other. */
    @Override
    public String shown(String file) {
      if (!file.equals(last)) {
        shown = root.shown(file);
        last = file;
      }
      return shown;
    }
  }
}
