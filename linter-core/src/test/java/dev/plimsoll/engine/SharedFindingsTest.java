package dev.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.project.Inquiry;
import dev.plimsoll.project.Project;
import dev.plimsoll.project.ProjectView;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.source.MemoryWorkspace;
import dev.plimsoll.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedFindingsTest {

  private static final String BASE = "services:\n  web:\n    image: nginx\n";
  private static final String OVER = "services:\n  db:\n    image: postgres\n";

  private record NoOptions() {}

  private static final NoOptions NONE = new NoOptions();

  /** Reports each service of a set by its image, and counts how often it is asked. */
  private static final class Counting extends ComposeRule {

    private int asked;

    @Override
    public void across(ComposeSet set, RuleContext context) {
      asked++;
      context.inquiry().reached("elsewhere");
      for (ComposeService service : set.services()) {
        context.report(
            Finding.at(
                service.anchor(), service.scalar("image").orElseThrow().slice(), "an image"));
      }
    }
  }

  private final MemoryWorkspace workspace = new MemoryWorkspace();
  private final Counting rule = new Counting();
  private final Active<ComposeRule> active =
      new Active<>(
          "compose/counting",
          rule,
          NONE,
          0,
          Severity.ERROR,
          Confidence.HIGH,
          0,
          "problem",
          Active.Role.CHOSEN);

  private static List<String> found(RuleContext context) {
    List<String> places = new ArrayList<>();
    for (Finding finding : context.findings()) {
      places.add(finding.slice().place().file() + " " + finding.slice().text());
    }
    return places;
  }

  private RuleContext turn(SharedFindings findings, String file, String text) {
    ProjectView view = new ProjectView(findings.project(), new Inquiry());
    ComposeFile compose = ComposeFile.of(SourceText.of(file, text));
    RuleContext context = new RuleContext(NONE, findings.project());
    context.keepTo(file);
    for (ComposeSet set : view.compose().composeSets(compose)) {
      findings.report(active, set, file, context);
    }
    return context;
  }

  @Test
  void aSetIsAskedOnceAndEachOfItsFilesGetsItsOwn() {
    workspace.put("compose.yaml", BASE);
    workspace.put("compose.override.yaml", OVER);
    Project project = ProjectLinker.link(workspace);
    SharedFindings findings = new SharedFindings(project);

    RuleContext base = turn(findings, "compose.yaml", BASE);
    RuleContext over = turn(findings, "compose.override.yaml", OVER);

    assertThat(rule.asked).isEqualTo(1);
    assertThat(found(base)).containsExactly("compose.yaml nginx");
    assertThat(found(over)).containsExactly("compose.override.yaml postgres");
    assertThat(over.inquiry().files()).contains("elsewhere");
  }

  @Test
  void anotherStateOfTheFilesIsAskedAgain() {
    workspace.put("compose.yaml", BASE);
    workspace.put("compose.override.yaml", OVER);

    turn(new SharedFindings(ProjectLinker.link(workspace)), "compose.yaml", BASE);
    turn(new SharedFindings(ProjectLinker.link(workspace)), "compose.yaml", BASE);

    assertThat(rule.asked).isEqualTo(2);
  }
}
