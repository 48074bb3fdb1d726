package dev.plimsoll.parse.small;

import dev.plimsoll.parse.small.tree.UsedAction;
import dev.plimsoll.parse.small.tree.Workflow;
import dev.plimsoll.parse.small.tree.WorkflowScope;
import dev.plimsoll.parse.small.tree.WorkflowStep;
import dev.plimsoll.parse.yaml.ScalarView;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.text.EmbeddedText;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects the scripts of a workflow. A text that aliases bring to several places is read where it
 * is met first: it would be judged several times.
 */
final class StepCollector {

  private static final EmbeddedText.Escaper NOTHING =
      new EmbeddedText.Escaper() {
        @Override
        public Optional<String> escape(String replacement) {
          return Optional.empty();
        }
      };

  private final SourceText source;
  private final WorkflowNodes nodes;
  private final List<WorkflowStep> steps = new ArrayList<>();
  private final List<UsedAction> actions = new ArrayList<>();
  private final List<Workflow.Variable> variables = new ArrayList<>();
  private final Map<Slice, Map<String, Value>> known = new HashMap<>();
  private final Set<Slice> met = new HashSet<>();

  StepCollector(SourceText source, WorkflowNodes nodes) {
    this.source = source;
    this.nodes = nodes;
  }

  List<WorkflowStep> steps() {
    return steps;
  }

  List<UsedAction> actions() {
    return actions;
  }

  List<Workflow.Variable> variables() {
    return variables;
  }

  WorkflowNodes nodes() {
    return nodes;
  }

  /** Whether a node is met for the first time. */
  boolean isNew(YamlNode node) {
    return met.add(node.slice());
  }

  /** Adds a step that an action does. */
  void add(List<String> path, Scalar name, Mapping step, WorkflowScope scope) {
    actions.add(new UsedAction(path, name, step, nodes.mapping(step, "with"), scope));
  }

  /**
   * Adds a script, if there is something in it.
   *
   * @param texts one below the other
   * @param expressions what the service replaces
   * @param shell the words that start the shell; none where it is none that is read
   */
  void add(
      List<String> path,
      List<Scalar> texts,
      List<StepExpression> expressions,
      List<String> shell,
      WorkflowScope scope) {
    List<Scalar> joined = new ArrayList<>();
    int end = 0;
    for (Scalar text : texts) {
      Span span = text.slice().span();
      if (span.start() < end) { // an alias brings it: a view keeps to the order of the file
        script(path, joined, expressions, shell, scope);
        joined.clear();
      }
      if (!text.text().isBlank()) {
        joined.add(text);
      }
      end = span.end();
    }
    script(path, joined, expressions, shell, scope);
  }

  private void script(
      List<String> path,
      List<Scalar> texts,
      List<StepExpression> expressions,
      List<String> shell,
      WorkflowScope scope) {
    if (texts.isEmpty() || shell.isEmpty()) {
      return;
    }
    List<Slice> written = new ArrayList<>();
    for (Scalar text : texts) {
      written.add(text.slice());
    }
    Slice whole = joined(texts);
    Slice script = StepText.of(whole, expressions);
    boolean has = script.source() != whole.source();
    steps.add(new WorkflowStep(path, written, script, has, shell, scope));
  }

  private Slice joined(List<Scalar> texts) {
    if (texts.size() == 1) {
      return ScalarView.of(texts.get(0).text(), texts.get(0).slice());
    }
    EmbeddedText.Builder view = new EmbeddedText.Builder(source, NOTHING);
    int end = 0;
    for (Scalar text : texts) {
      if (end > 0) {
        view.stand(Span.at(end), "\n");
      }
      view.append((EmbeddedText) ScalarView.of(text.text(), text.slice()).source());
      end = text.slice().span().end();
    }
    EmbeddedText whole = view.build();
    return whole.slice(new Span(0, whole.content().length()));
  }

  /** The variables that a mapping sets; those with an expression in them are not known. */
  Map<String, Value> variables(Mapping parent, String key, String expression) {
    Optional<Mapping> set = nodes.mapping(parent, key);
    if (set.isEmpty()) {
      return Map.of();
    }
    Map<String, Value> read = known.get(set.get().slice());
    if (read == null) {
      read = new HashMap<>();
      for (Entry entry : set.get().entries()) {
        if (entry.key() instanceof Scalar name) {
          read.put(name.text(), value(name.text(), nodes.behind(entry.value()), expression));
        }
      }
      known.put(set.get().slice(), read);
    }
    return read;
  }

  private Value value(String name, YamlNode node, String expression) {
    YamlNode value = node;
    if (node instanceof Mapping described && described.find("value").isPresent()) {
      value = nodes.behind(described.find("value").get());
    }
    if (!(value instanceof Scalar scalar) || scalar.text().contains(expression)) {
      return new Value.Unknown("an expression makes it", value.slice());
    }
    if (!scalar.text().isBlank()) {
      Slice decoded = ScalarView.of(scalar.text(), scalar.slice());
      variables.add(new Workflow.Variable(name, decoded));
    }
    return new Value.Known(scalar.text(), scalar.slice());
  }
}
