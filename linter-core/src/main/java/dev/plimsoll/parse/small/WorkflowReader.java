package dev.plimsoll.parse.small;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.small.tree.Workflow;
import dev.plimsoll.parse.yaml.YamlReader;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.text.SourceText;
import java.util.List;

/** Finds the scripts of a CI workflow; which service runs it, its name tells. */
public final class WorkflowReader {

  private WorkflowReader() {}

  /** A file that is no YAML has no steps: the service would refuse it. */
  public static Parsed<Workflow> read(SourceText source) {
    Parsed<YamlFile> yaml = YamlReader.readFile(source);
    StepCollector steps =
        new StepCollector(source, new WorkflowNodes(yaml.tree(), source.content()));
    if (isWhole(yaml.problems())) {
      for (YamlDocument document : yaml.tree().documents()) {
        if (document.root().isPresent() && document.root().get() instanceof Mapping root) {
          steps(root, steps, source);
        }
      }
    }
    Workflow workflow =
        new Workflow(yaml.tree(), steps.steps(), steps.actions(), steps.variables());
    return new Parsed<>(workflow, yaml.problems());
  }

  private static boolean isWhole(List<Problem> problems) {
    for (Problem problem : problems) {
      if (problem.kind() != Problem.Kind.DUPLICATE_KEY) {
        return false;
      }
    }
    return true;
  }

  private static void steps(Mapping root, StepCollector steps, SourceText source) {
    String name = source.name();
    String base = name.substring(name.lastIndexOf('/') + 1);
    if (name.contains(".gitlab")) {
      new GitlabScripts(steps, source.content()).read(root);
    } else if (name.contains(".circleci")) {
      new CircleSteps(steps, source.content()).read(root);
    } else if (name.contains(".drone.") || name.contains(".woodpecker")) {
      new DroneSteps(steps).read(root);
    } else {
      GithubSteps github = new GithubSteps(steps, source.content(), name.contains(".github/"));
      if (base.startsWith("action.") && root.find("runs").isPresent()) {
        github.action(root);
      } else {
        github.workflow(root);
      }
    }
  }
}
