package dev.plimsoll.parse.small.tree;

import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.text.Slice;
import java.util.List;

/**
 * What a CI workflow says that concerns the shell.
 *
 * @param steps none where the file is no YAML
 * @param actions the steps that an action does, of the services that have such
 * @param variables all that it sets for scripts, those of other steps among them
 */
public record Workflow(
    YamlFile yaml, List<WorkflowStep> steps, List<UsedAction> actions, List<Variable> variables) {

  /** A variable and its value, as YAML decodes it. */
  public record Variable(String name, Slice value) {}

  public Workflow {
    steps = List.copyOf(steps);
    actions = List.copyOf(actions);
    variables = List.copyOf(variables);
  }
}
