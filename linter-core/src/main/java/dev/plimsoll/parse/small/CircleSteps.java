package dev.plimsoll.parse.small;

import dev.plimsoll.parse.small.tree.WorkflowScope;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The steps of CircleCI's jobs and commands: CircleCI, Configuration reference, {@code run}. */
final class CircleSteps {

  private static final List<StepExpression> EXPRESSIONS =
      List.of(StepExpression.CIRCLE_ESCAPE, StepExpression.CIRCLE);
  private static final List<String> SHELL = List.of("bash", "-eo", "pipefail");

  private final StepCollector steps;
  private final WorkflowNodes nodes;
  private final boolean speaksOfWindows;

  CircleSteps(StepCollector steps, String content) {
    String lower = content.toLowerCase(Locale.ROOT);
    this.steps = steps;
    this.nodes = steps.nodes();
    this.speaksOfWindows = lower.contains("windows") || lower.contains("powershell");
  }

  void read(Mapping root) {
    for (String key : new String[] {"jobs", "commands"}) {
      Optional<Mapping> all = nodes.mapping(root, key);
      if (all.isPresent()) {
        for (Entry entry : all.get().entries()) {
          Optional<Mapping> job = nodes.mapping(entry.value());
          if (entry.key() instanceof Scalar name && job.isPresent()) {
            job(name.text(), job.get());
          }
        }
      }
    }
  }

  private void job(String name, Mapping job) {
    String shell = nodes.text(job, "shell");
    WorkflowScope scope = WorkflowScope.NONE.with(steps.variables(job, "environment", "<<"));
    List<YamlNode> images = nodes.items(job, "docker");
    boolean isInImage = !images.isEmpty() && nodes.mapping(images.get(0)).isPresent();
    if (isInImage) {
      Mapping first = nodes.mapping(images.get(0)).orElseThrow();
      scope = scope.inImage(nodes.image(first, "image", "image"));
    }
    scope = scope.withNewDocker(hasNewDocker(job, isInImage));
    boolean isKnown = isInImage || !speaksOfWindows;
    List<String> otherwise = !shell.isEmpty() ? named(shell) : isKnown ? SHELL : List.<String>of();
    steps(name, job, otherwise, scope);
  }

  /**
   * Whether Docker is on a machine of CircleCI's that is thrown away: CircleCI, Docker layer
   * caching; Running Docker commands.
   */
  private boolean hasNewDocker(Mapping job, boolean isInImage) {
    String text = job.slice().text();
    if (text.contains("docker_layer_caching")
        || text.contains("docker load")
        || text.contains("docker context")
        || text.contains("DOCKER_HOST")
        || nodes.text(job, "resource_class").contains("/")) {
      return false;
    }
    if (!isInImage) {
      return nodes.has(job, "machine");
    }
    for (YamlNode item : nodes.items(job, "steps")) {
      boolean isPlain =
          nodes.behind(item) instanceof Scalar step && step.text().equals("setup_remote_docker");
      boolean isDescribed =
          nodes.behind(item) instanceof Mapping step
              && step.find("setup_remote_docker").isPresent();
      if (isPlain || isDescribed) {
        return true;
      }
    }
    return false;
  }

  private static List<String> named(String shell) {
    return shell.contains("<<") ? List.of() : StepShell.named(shell);
  }

  private void steps(String name, Mapping parent, List<String> shell, WorkflowScope scope) {
    for (YamlNode item : nodes.items(parent, "steps")) {
      if (nodes.behind(item) instanceof Mapping step && steps.isNew(step)) {
        step(name, step, shell, scope);
      }
    }
  }

  private void step(String name, Mapping step, List<String> shell, WorkflowScope scope) {
    for (String key : new String[] {"when", "unless"}) {
      Optional<Mapping> nested = nodes.mapping(step, key);
      if (nested.isPresent() && nested.get().find("steps").isPresent()) {
        steps(name, nested.get(), shell, scope);
      }
    }
    Optional<YamlNode> run = step.find("run");
    YamlNode node = run.isPresent() ? nodes.behind(run.get()) : step;
    if (node instanceof Scalar script && steps.isNew(script)) {
      steps.add(List.of(name, "run"), List.of(script), EXPRESSIONS, shell, scope);
    } else if (run.isPresent() && node instanceof Mapping described && steps.isNew(described)) {
      described(name, described, shell, scope);
    }
  }

  private void described(String name, Mapping run, List<String> shell, WorkflowScope scope) {
    Optional<Scalar> script = nodes.scalar(run, "command");
    if (script.isPresent() && steps.isNew(script.get())) {
      String title = nodes.text(run, "name");
      String own = nodes.text(run, "shell");
      steps.add(
          List.of(name, title.isEmpty() ? "run" : title),
          List.of(script.get()),
          EXPRESSIONS,
          own.isEmpty() ? shell : named(own),
          scope.with(steps.variables(run, "environment", "<<")));
    }
  }
}
