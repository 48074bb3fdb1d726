package dev.plimsoll.parse.small.tree;

import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import java.util.List;
import java.util.Optional;

/**
 * A step of a CI workflow that an action does, not a shell.
 *
 * @param path names that lead to it
 * @param name of the action, its version behind an at sign
 * @param inputs what stands below {@code with}
 */
public record UsedAction(
    List<String> path, Scalar name, Mapping step, Optional<Mapping> inputs, WorkflowScope scope) {

  public UsedAction {
    path = List.copyOf(path);
  }
}
