package dev.plimsoll.parse.small;

import dev.plimsoll.parse.small.tree.WorkflowScope;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The commands of Woodpecker's and Drone's steps: Woodpecker, Workflow syntax; Drone, Steps. What
 * they replace, <code>${A}</code>, reads like a variable of the shell.
 */
final class DroneSteps {

  private static final List<StepExpression> EXPRESSIONS = List.of(StepExpression.DRONE_ESCAPE);

  private final StepCollector steps;
  private final WorkflowNodes nodes;

  DroneSteps(StepCollector steps) {
    this.steps = steps;
    this.nodes = steps.nodes();
  }

  void read(Mapping root) {
    String text = root.slice().text().toLowerCase(Locale.ROOT);
    if (text.contains("windows") || text.contains("powershell")) {
      return;
    }
    for (String key : new String[] {"steps", "pipeline"}) {
      for (YamlNode item : nodes.items(root, key)) {
        Optional<Mapping> step = nodes.mapping(item);
        if (step.isPresent()) {
          step(nodes.text(step.get(), "name"), step.get());
        }
      }
      Optional<Mapping> named = nodes.mapping(root, key);
      if (named.isPresent()) {
        for (Entry entry : named.get().entries()) {
          Optional<Mapping> step = nodes.mapping(entry.value());
          if (entry.key() instanceof Scalar name && step.isPresent()) {
            step(name.text(), step.get());
          }
        }
      }
    }
  }

  private void step(String name, Mapping step) {
    List<Scalar> lines = new ArrayList<>();
    Optional<YamlNode> commands = step.find("commands");
    if (commands.isPresent()) {
      lines(nodes.behind(commands.get()), lines);
    }
    WorkflowScope scope =
        WorkflowScope.NONE
            .with(steps.variables(step, "environment", "$"))
            .inImage(nodes.image(step, "image", "image"));
    steps.add(List.of(name.isEmpty() ? "step" : name), lines, EXPRESSIONS, StepShell.SH, scope);
  }

  private void lines(YamlNode commands, List<Scalar> lines) {
    List<YamlNode> items = commands instanceof Sequence list ? list.items() : List.of(commands);
    for (YamlNode item : items) {
      if (nodes.behind(item) instanceof Scalar line && steps.isNew(line)) {
        lines.add(line);
      }
    }
  }
}
