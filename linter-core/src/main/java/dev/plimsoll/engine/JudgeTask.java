package dev.plimsoll.engine;

import dev.plimsoll.project.Project;
import dev.plimsoll.rule.Outcome.ToolFailure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Runs the rules over one file. */
final class JudgeTask extends WatchedTask {

  private final ParsedFile file;
  private final Project project;
  private final RuleSet rules;
  private final Suppressions suppressions;
  private final List<ToolFailure> stuck;
  private FileAnalysis result = new FileAnalysis(List.of(), List.of(), new TreeSet<>());

  JudgeTask(ParsedFile file, Project project, RuleSet rules, Suppressions suppressions) {
    this(file, project, rules, suppressions, List.of());
  }

  private JudgeTask(
      ParsedFile file,
      Project project,
      RuleSet rules,
      Suppressions suppressions,
      List<ToolFailure> stuck) {
    this.file = file;
    this.project = project;
    this.rules = rules;
    this.suppressions = suppressions;
    this.stuck = stuck;
  }

  @Override
  public String file() {
    return file.name();
  }

  @Override
  public void run() {
    Set<String> skipped = new HashSet<>();
    for (ToolFailure failure : stuck) {
      skipped.add(failure.rule());
    }
    RuleRun run = new RuleRun(this, project, skipped, rules.slots());
    new DockerfileDispatch(rules).walk(file.model(), run);
    List<Reported> reported = suppressions.apply(file.model(), rules, run);
    List<ToolFailure> failures = new ArrayList<>(stuck);
    failures.addAll(run.failures());
    result = new FileAnalysis(reported, failures, run.asked());
  }

  @Override
  public WatchedTask withoutStuckRule() {
    List<ToolFailure> more = new ArrayList<>(stuck);
    more.add(new ToolFailure(current(), file.name(), "it did not come to an end"));
    return new JudgeTask(file, project, rules, suppressions, more);
  }

  FileAnalysis result() {
    return result;
  }
}
