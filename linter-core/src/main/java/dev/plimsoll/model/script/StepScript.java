package dev.plimsoll.model.script;

import dev.plimsoll.model.command.Script;
import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.parse.small.tree.WorkflowScope;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Optional;

/**
 * A step of a CI workflow.
 *
 * @param shell the words that start its shell
 * @param scope what is in force where it runs
 * @param image what is known of the image in which it runs
 */
public record StepScript(
    Anchor anchor,
    Script script,
    List<String> shell,
    WorkflowScope scope,
    Optional<BaseImage> image)
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

  @Override
  public boolean hasNewDocker() {
    return scope.hasNewDocker();
  }

  /** What the workflow sets; a command of an earlier step may set it anew. */
  @Override
  public Value variable(String name) {
    Optional<Value> set = scope.variable(name);
    return set.isPresent() ? Value.of(List.of(set.get(), unknown())) : unknown();
  }

  /**
   * An earlier command of the file may say it. On the machines of GitHub and Azure apt assumes yes
   * (actions/runner-images, {@code configure-apt.sh}), and of images that are not known nobody
   * knows.
   */
  @Override
  public boolean isConfiguredBefore(Configuration configuration) {
    return (configuration == Configuration.ASSUME_YES && image.isEmpty())
        || configuration.isWrittenBy(script.slice().source().host().content());
  }

  @Override
  public String elsewhere() {
    return "whatever runs the workflow says so";
  }
}
