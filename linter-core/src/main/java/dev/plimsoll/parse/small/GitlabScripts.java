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
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The scripts of GitLab's jobs: GitLab, CI/CD YAML syntax reference. One shell runs the lines of
 * {@code before_script} and {@code script}, another those of {@code after_script}.
 */
final class GitlabScripts {

  private static final List<String> SHELL = List.of("bash", "-eo", "pipefail");

  /** Keys of the root that are no jobs. */
  private static final Set<String> SETTINGS =
      Set.of(
          "default",
          "include",
          "stages",
          "types",
          "variables",
          "workflow",
          "image",
          "services",
          "cache",
          "spec",
          "before_script",
          "script",
          "after_script");

  /** The image in which a Docker of its own runs. */
  private static final Pattern IN_DOCKER = Pattern.compile("(^|/)docker:([^/@]*-)?dind([-@]|$)");

  /** What says that Docker is somewhere else than beside the job. */
  private static final Pattern OTHER_HOST =
      Pattern.compile("docker_host\\W++(?!(tcp|http)://(docker|localhost|dind)\\b)");

  private final StepCollector steps;
  private final WorkflowNodes nodes;
  private final String content;
  private final boolean mayKeep;

  GitlabScripts(StepCollector steps, String content) {
    this.steps = steps;
    this.nodes = steps.nodes();
    this.content = content.toLowerCase(Locale.ROOT);
    this.mayKeep =
        this.content.contains("docker load")
            || this.content.contains("docker context")
            || this.content.contains("driver remote")
            || this.content.contains("driver=remote")
            || OTHER_HOST.matcher(this.content).find();
  }

  void read(Mapping root) {
    GitlabJobs jobs = new GitlabJobs(nodes, root);
    WorkflowScope all = within(root, WorkflowScope.NONE, List.of(root));
    Optional<Mapping> common = nodes.mapping(root, "default");
    if (common.isPresent()) {
      all = within(common.get(), all, List.of(common.get()));
      scripts("default", common.get(), all, root);
    }
    scripts("", root, all, root);
    for (Entry entry : root.entries()) {
      Optional<Mapping> job = nodes.mapping(entry.value());
      if (entry.key() instanceof Scalar name
          && !SETTINGS.contains(name.text())
          && job.isPresent()) {
        WorkflowScope scope = within(job.get(), all, jobs.chain(job.get()));
        scripts(name.text(), job.get(), scope, root);
      }
    }
  }

  /**
   * What is in force in a job.
   *
   * @param chain the job and those that it extends; none where one of them is not known
   */
  private WorkflowScope within(Mapping node, WorkflowScope around, List<Mapping> chain) {
    WorkflowScope scope =
        around
            .with(steps.variables(node, "variables", "$"))
            .withNewDocker(!mayKeep && hasDockerBeside(chain, around.hasNewDocker()));
    for (Mapping each : chain) {
      if (nodes.has(each, "image")) {
        return scope.inImage(nodes.image(each, "image", "name"));
      }
    }
    return chain.isEmpty() ? scope.inImage(Optional.empty()) : scope;
  }

  /**
   * Whether the Docker that it talks to is a service of its own, which is new for each job: GitLab,
   * Use Docker to build Docker images.
   */
  private boolean hasDockerBeside(List<Mapping> chain, boolean otherwise) {
    for (Mapping each : chain) {
      if (nodes.has(each, "services")) {
        for (YamlNode item : nodes.items(each, "services")) {
          Optional<Mapping> described = nodes.mapping(item);
          String name =
              described.isPresent()
                  ? nodes.text(described.get(), "name")
                  : nodes.behind(item) instanceof Scalar scalar ? scalar.text() : "";
          if (IN_DOCKER.matcher(name).find()) {
            return true;
          }
        }
        return false;
      }
    }
    return !chain.isEmpty() && otherwise;
  }

  private void scripts(String name, Mapping job, WorkflowScope scope, Mapping root) {
    if (mayBePowerShell(job, scope)) {
      return;
    }
    List<Scalar> texts = new ArrayList<>();
    texts(job, "before_script", root, texts);
    texts(job, "script", root, texts);
    add(name, "script", texts, scope);
    List<Scalar> after = new ArrayList<>();
    texts(job, "after_script", root, after);
    add(name, "after_script", after, scope);
  }

  private void add(String name, String key, List<Scalar> texts, WorkflowScope scope) {
    List<String> path = name.isEmpty() ? List.of(key) : List.of(name, key);
    steps.add(path, texts, List.of(StepExpression.GITLAB), SHELL, scope);
  }

  /** Whether a machine with Windows may take the job: then its shell is not known. */
  private boolean mayBePowerShell(Mapping job, WorkflowScope scope) {
    boolean speaks =
        content.contains("windows") || content.contains("powershell") || content.contains("pwsh");
    if (!speaks) {
      return false;
    }
    String own = job.slice().text().toLowerCase(Locale.ROOT);
    return scope.image().isEmpty() || own.contains("windows") || own.contains("powershell");
  }

  private void texts(Mapping job, String key, Mapping root, List<Scalar> texts) {
    Optional<YamlNode> node = job.find(key);
    if (node.isPresent()) {
      texts(node.get(), root, texts);
    }
  }

  private void texts(YamlNode written, Mapping root, List<Scalar> texts) {
    YamlNode node = nodes.behind(written);
    boolean isReference =
        node.properties().tag().isPresent() && node.properties().tag().get().equals("!reference");
    if (isReference) {
      Optional<YamlNode> target = target(node, root);
      if (target.isPresent()) {
        texts(target.get(), root, texts);
      }
    } else if (steps.isNew(node)) {
      if (node instanceof Scalar scalar) {
        texts.add(scalar);
      } else if (node instanceof Sequence list) {
        for (YamlNode item : list.items()) {
          texts(item, root, texts);
        }
      }
    }
  }

  /** What {@code !reference [job, key]} names; each is followed once. */
  private Optional<YamlNode> target(YamlNode reference, Mapping root) {
    if (!(reference instanceof Sequence path) || !steps.isNew(path)) {
      return Optional.empty();
    }
    YamlNode node = root;
    for (YamlNode key : path.items()) {
      Optional<YamlNode> next =
          nodes.behind(node) instanceof Mapping mapping && key instanceof Scalar scalar
              ? mapping.find(scalar.text())
              : Optional.empty();
      if (next.isEmpty()) {
        return next;
      }
      node = next.get();
    }
    return Optional.of(node);
  }
}
