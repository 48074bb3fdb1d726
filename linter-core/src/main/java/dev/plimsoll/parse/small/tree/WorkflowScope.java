package dev.plimsoll.parse.small.tree;

import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is in force where a step of a CI workflow runs.
 *
 * @param folder in which it starts; nothing where none is said
 * @param variables those that are set for it, the nearest first
 */
public record WorkflowScope(
    Machine machine, Optional<Value> folder, List<Map<String, Value>> variables) {

  /** Where a step runs. */
  public enum Machine {
    /** A machine that the service brings, from its own image. */
    HOSTED,
    /** A container of an image that the workflow names. */
    CONTAINER,
    /** A machine of the project's own. */
    OWN,
    UNKNOWN
  }

  public WorkflowScope {
    variables = List.copyOf(variables);
  }

  /** The same on another machine. */
  public WorkflowScope on(Machine other) {
    return new WorkflowScope(other, folder, variables);
  }

  /** The same in another folder. */
  public WorkflowScope in(Value other) {
    return new WorkflowScope(machine, Optional.of(other), variables);
  }

  /** The same with more variables, which hide those of before. */
  public WorkflowScope with(Map<String, Value> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<Map<String, Value>> all = new ArrayList<>(variables.size() + 1);
    all.add(more);
    all.addAll(variables);
    return new WorkflowScope(machine, folder, all);
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
