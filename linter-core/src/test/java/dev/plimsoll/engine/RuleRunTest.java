package dev.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.project.Project;
import dev.plimsoll.source.MemoryWorkspace;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RuleRunTest {

  @Test
  void theSilenceOfARuleThatAnotherPartSkippedSaysNothing() {
    MemoryWorkspace workspace = new MemoryWorkspace();
    RunReaders readers = new RunReaders(new Readers(), Map.of(), Set.of());
    Project project = new Project(workspace, new Models(workspace, new TreeMap<>(), readers));
    LoadTask task = new LoadTask("openapi.yaml", workspace);
    RuleRun run = new RuleRun(task, project, Set.of("openapi/one"), 0);

    run.merge(new RuleRun(task, project, Set.of("openapi/other"), 0));

    assertThat(run.inconclusive()).containsExactlyInAnyOrder("openapi/one", "openapi/other");
  }
}
