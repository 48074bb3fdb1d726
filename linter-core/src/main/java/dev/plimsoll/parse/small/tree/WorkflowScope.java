package dev.plimsoll.parse.small.tree;

import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is in force where a step of a CI workflow runs.
 *
 * @param image of the container in which it runs, as written; nothing where none is said
 * @param folder in which it starts; nothing where none is said
 * @param variables those that are set for it, the nearest first
 * @param runs the values of the matrix by the paths to them, for each run of the job; none where it
 *     has no matrix, or not all runs are known
 * @param hasNewDocker whether the Docker that it talks to is known to be new each time, so that it
 *     holds no layer of an earlier run
 */
public record WorkflowScope(
    Optional<String> image,
    Optional<Value> folder,
    List<Map<String, Value>> variables,
    List<Map<String, Scalar>> runs,
    boolean hasNewDocker) {

  /** Where nothing is said. */
  public static final WorkflowScope NONE =
      new WorkflowScope(Optional.empty(), Optional.empty(), List.of(), List.of(), false);

  public WorkflowScope {
    variables = List.copyOf(variables);
    runs = List.copyOf(runs);
  }

  /** The same in another image, or in none that is known. */
  public WorkflowScope inImage(Optional<String> other) {
    return new WorkflowScope(other, folder, variables, runs, hasNewDocker);
  }

  /** The same in another folder. */
  public WorkflowScope in(Value other) {
    return new WorkflowScope(image, Optional.of(other), variables, runs, hasNewDocker);
  }

  /** The same in a job that runs for each of some values. */
  public WorkflowScope withRuns(List<Map<String, Scalar>> all) {
    return new WorkflowScope(image, folder, variables, all, hasNewDocker);
  }

  /** The same with a Docker that is new each time, or of which nobody knows. */
  public WorkflowScope withNewDocker(boolean isNew) {
    return new WorkflowScope(image, folder, variables, runs, isNew);
  }

  /** The same with more variables, which hide those of before. */
  public WorkflowScope with(Map<String, Value> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<Map<String, Value>> all = new ArrayList<>(variables.size() + 1);
    all.add(more);
    all.addAll(variables);
    return new WorkflowScope(image, folder, all, runs, hasNewDocker);
  }

  /** What a variable is set to; nothing where the workflow does not set it. */
  public Optional<Value> variable(String name) {
    for (Map<String, Value> set : variables) {
      Value value = set.get(name);
      if (value != null) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
