package dev.plimsoll.model.script;

import dev.plimsoll.model.command.Script;
import dev.plimsoll.parse.small.tree.WorkflowScope;
import dev.plimsoll.parse.small.tree.WorkflowScope.Machine;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Optional;

/**
 * A step of a CI workflow.
 *
 * @param shell the words that start its shell
 * @param scope what is in force where it runs
 */
public record StepScript(Anchor anchor, Script script, List<String> shell, WorkflowScope scope)
    implements OutsideScript {

  public StepScript {
    shell = List.copyOf(shell);
  }

  @Override
  public Host host() {
    return Host.STEP;
  }

  /** The service names the shell: a shebang is a comment to it. */
  @Override
  public List<String> interpreter() {
    return shell;
  }

  @Override
  public Value workdir() {
    return scope.folder().isPresent() ? scope.folder().get() : unknown();
  }

  /** What the workflow sets; a command of an earlier step may set it anew. */
  @Override
  public Value variable(String name) {
    Optional<Value> set = scope.variable(name);
    return set.isPresent() ? Value.of(List.of(set.get(), unknown())) : unknown();
  }

  /**
   * On hosted machines apt assumes yes (actions/runner-images, {@code configure-apt.sh}), and conda
   * where an action sets it up.
   */
  @Override
  public boolean isConfiguredBefore(Configuration configuration) {
    boolean isHosted = scope.machine() == Machine.HOSTED || scope.machine() == Machine.UNKNOWN;
    return isHosted && configuration == Configuration.ASSUME_YES;
  }

  @Override
  public String elsewhere() {
    return "whatever runs the workflow says so";
  }
}
