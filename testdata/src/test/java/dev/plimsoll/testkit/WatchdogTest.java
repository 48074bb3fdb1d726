package dev.plimsoll.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plimsoll.config.CommandLineChoices;
import dev.plimsoll.config.Configurations;
import dev.plimsoll.engine.LintRequest;
import dev.plimsoll.engine.LintSettings;
import dev.plimsoll.engine.LintSettings.Fixes;
import dev.plimsoll.engine.LintSettings.Reach;
import dev.plimsoll.engine.Linter;
import dev.plimsoll.engine.Scope;
import dev.plimsoll.engine.TaskRunner;
import dev.plimsoll.engine.WatchedTask;
import dev.plimsoll.rule.Outcome;
import dev.plimsoll.rule.Outcome.NotAnalysed;
import dev.plimsoll.rule.Outcome.ToolFailure;
import dev.plimsoll.run.ThreadRunner;
import dev.plimsoll.source.MemoryWorkspace;
import dev.plimsoll.testkit.index.AllRules;
import dev.plimsoll.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A rule that never comes back is given up; everything else goes on. */
@Timeout(60)
class WatchdogTest {

  /** Takes the work on each file, once it is read, for stuck after its last rule. */
  private static final TaskRunner AFTER_THE_RULES =
      tasks -> {
        List<WatchedTask> given = new ArrayList<>();
        for (WatchedTask task : tasks) {
          task.run();
          boolean judges = task.getClass().getSimpleName().equals("JudgeTask");
          given.add(judges ? task.withoutStuckRule() : task);
        }
        return TaskRunner.DIRECT.run(given);
      };

  private static Outcome lint(MemoryWorkspace workspace, Set<String> files, Fixes fixes) {
    return lint(workspace, files, fixes, new ThreadRunner(2, 200));
  }

  private static Outcome lint(
      MemoryWorkspace workspace, Set<String> files, Fixes fixes, TaskRunner runner) {
    AllRules index = new AllRules();
    LintSettings settings = new LintSettings(runner, Sample.TODAY, fixes, Reach.TARGETS);
    Configurations configurations = Configurations.load(workspace, CommandLineChoices.NONE, index);
    Map<String, Language> targets = new TreeMap<>();
    files.forEach(file -> targets.put(file, Language.DOCKERFILE));
    LintRequest request = new LintRequest(workspace, targets, new Scope(files), files, List.of());
    return new Linter(index, configurations, settings).lint(request).outcome();
  }

  @Test
  void aRuleThatLoopsByItselfIsReportedAndTheOthersGoOn() {
    MemoryWorkspace workspace =
        new MemoryWorkspace()
            .put("a/Dockerfile", "FROM a\nLABEL sabotage=loops-by-itself\nLABEL todo=open\n")
            .put("b/Dockerfile", "FROM a\nLABEL todo=open\n");
    Outcome outcome =
        lint(workspace, new TreeSet<>(Set.of("a/Dockerfile", "b/Dockerfile")), Fixes.NONE);
    assertThat(outcome.failures())
        .containsExactly(
            new ToolFailure(
                "dockerfile/loops-by-itself", "a/Dockerfile", "it did not come to an end"));
    assertThat(outcome.findings())
        .extracting(finding -> finding.place().file())
        .containsExactly("a/Dockerfile", "b/Dockerfile");
  }

  @Test
  void aFileThatIsStuckOutsideOfItsRulesIsGivenUp() {
    MemoryWorkspace workspace = new MemoryWorkspace().put("Dockerfile", "FROM a\n");
    Outcome outcome = lint(workspace, Set.of("Dockerfile"), Fixes.NONE, AFTER_THE_RULES);
    assertThat(outcome.notAnalysed())
        .extracting(NotAnalysed::file, NotAnalysed::reason)
        .containsExactly(tuple("Dockerfile", "reading it did not end"));
    assertThat(outcome.failures()).isEmpty();
  }

  @Test
  void theFixesOfOtherRulesLandAllTheSame() {
    StringBuilder text = new StringBuilder("FROM a\nLABEL sabotage=loops-by-itself\n");
    for (int i = 0; i < 200; i++) {
      text.append("LABEL todo=open-").append(i).append('\n');
    }
    MemoryWorkspace workspace = new MemoryWorkspace().put("Dockerfile", text.toString());
    Outcome outcome = lint(workspace, Set.of("Dockerfile"), Fixes.SAFE_AND_UNSAFE);
    assertThat(outcome.fixed()).hasSize(200);
    assertThat(outcome.failures())
        .extracting(ToolFailure::rule)
        .contains("dockerfile/loops-by-itself");
  }
}
