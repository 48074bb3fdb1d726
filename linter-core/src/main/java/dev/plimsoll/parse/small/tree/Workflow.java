package dev.plimsoll.parse.small.tree;

import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.text.Slice;
import java.util.List;

/**
 * What a CI workflow says that concerns the shell.
 *
 * @param steps none where the file is no YAML
 * @param variables all that it sets for scripts, those of other steps among them
 */
public record Workflow(YamlFile yaml, List<WorkflowStep> steps, List<Variable> variables) {

  /** A variable and its value, as YAML decodes it. */
  public record Variable(String name, Slice value) {}

  public Workflow {
    steps = List.copyOf(steps);
    variables = List.copyOf(variables);
  }
}
