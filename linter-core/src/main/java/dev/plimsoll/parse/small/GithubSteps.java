package dev.plimsoll.parse.small;

import dev.plimsoll.parse.small.tree.WorkflowScope;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Optional;

/**
 * The steps of GitHub's workflows and composite actions, and of Gitea's and Forgejo's: GitHub,
 * Workflow syntax; Metadata syntax.
 */
final class GithubSteps {

  private static final String OPEN = StepExpression.GITHUB.open();

  private final StepCollector steps;
  private final WorkflowNodes nodes;
  private final String content;
  private final KeptLayers keeping;
  private final boolean isOfGithub;

  /**
   * @param isOfGithub whether GitHub's own machines are meant where they are named
   */
  GithubSteps(StepCollector steps, String content, boolean isOfGithub) {
    this.steps = steps;
    this.nodes = steps.nodes();
    this.content = content;
    this.isOfGithub = isOfGithub;
    this.keeping = new KeptLayers(nodes, content);
  }

  /**
   * What steps inherit.
   *
   * @param shell as written; empty where none is said
   * @param otherwise the words that start the shell of a step that names none
   */
  private record Inherited(String shell, List<String> otherwise, WorkflowScope scope) {}

  /** A workflow: the steps of its jobs. */
  void workflow(Mapping root) {
    Inherited all = within(root, new Inherited("", StepShell.BASH, WorkflowScope.NONE));
    Optional<Mapping> jobs = nodes.mapping(root, "jobs");
    if (jobs.isEmpty()) {
      return;
    }
    for (Entry entry : jobs.get().entries()) {
      Optional<Mapping> job = nodes.mapping(entry.value());
      if (entry.key() instanceof Scalar name && job.isPresent()) {
        job(name.text(), job.get(), all);
      }
    }
  }

  /** An action: its steps where it is a composite one; each names its shell. */
  void action(Mapping root) {
    Optional<Mapping> runs = nodes.mapping(root, "runs");
    if (runs.isPresent() && nodes.text(runs.get(), "using").equals("composite")) {
      steps("runs", runs.get(), new Inherited("", List.of(), WorkflowScope.NONE));
    }
  }

  private Inherited within(Mapping node, Inherited around) {
    WorkflowScope scope = around.scope().with(steps.variables(node, "env", OPEN));
    Optional<Mapping> defaults = nodes.mapping(node, "defaults");
    Optional<Mapping> run =
        defaults.isPresent() ? nodes.mapping(defaults.get(), "run") : Optional.empty();
    if (run.isEmpty()) {
      return new Inherited(around.shell(), around.otherwise(), scope);
    }
    String shell = nodes.text(run.get(), "shell");
    return new Inherited(
        shell.isEmpty() ? around.shell() : shell, around.otherwise(), folder(run.get(), scope));
  }

  private WorkflowScope folder(Mapping node, WorkflowScope scope) {
    Optional<Scalar> folder = nodes.scalar(node, "working-directory");
    if (folder.isEmpty()) {
      return scope;
    }
    String text = folder.get().text();
    return scope.in(
        text.contains(OPEN) || !text.startsWith("/")
            ? new Value.Unknown("the checkout may lie anywhere", folder.get().slice())
            : new Value.Known(text, folder.get().slice()));
  }

  private void job(String name, Mapping job, Inherited all) {
    GithubRunner runner = new GithubRunner(nodes, job, content);
    Inherited around = within(job, all);
    WorkflowScope scope =
        around
            .scope()
            .inImage(nodes.image(job, "container", "image"))
            .withRuns(new GithubMatrix(nodes).runs(job))
            .withNewDocker(isOfGithub && runner.isThrownAway() && !keeping.mayKeep(job));
    List<String> otherwise =
        runner.mayBeWindows()
            ? List.of()
            : nodes.has(job, "container") ? StepShell.SH : StepShell.BASH;
    steps(name, job, new Inherited(around.shell(), otherwise, scope));
  }

  private void steps(String parent, Mapping job, Inherited around) {
    for (YamlNode item : nodes.items(job, "steps")) {
      Optional<Mapping> step = nodes.mapping(item);
      if (step.isPresent() && steps.isNew(step.get())) {
        step(parent, step.get(), around);
      }
    }
  }

  private void step(String parent, Mapping step, Inherited around) {
    Optional<Scalar> run = nodes.scalar(step, "run");
    Optional<Scalar> action = nodes.scalar(step, "uses");
    if (action.isPresent()) {
      steps.add(List.of(parent, name(step)), action.get(), step, around.scope());
    }
    if (run.isEmpty() || !steps.isNew(run.get())) {
      return;
    }
    String own = nodes.text(step, "shell");
    String named = own.isEmpty() ? around.shell() : own;
    List<String> shell =
        !named.isEmpty()
            ? StepShell.named(named)
            : around.otherwise().isEmpty() && GithubRunner.isUnixOnly(nodes.text(step, "if"))
                ? StepShell.BASH
                : around.otherwise();
    WorkflowScope scope = around.scope().with(steps.variables(step, "env", OPEN));
    steps.add(
        List.of(parent, name(step)),
        List.of(run.get()),
        List.of(StepExpression.GITHUB),
        shell,
        folder(step, scope));
  }

  private String name(Mapping step) {
    String id = nodes.text(step, "id");
    String name = id.isEmpty() ? nodes.text(step, "name") : id;
    return name.isEmpty() ? "run" : name;
  }
}
