package dev.plimsoll.parse.small;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** On which machines a job runs: GitHub, Workflow syntax, {@code jobs.<job_id>.runs-on}. */
final class GithubRunner {

  private static final String[] UNIX_ONLY = {
    "== 'linux'",
    "== 'macos'",
    "!= 'windows",
    "== 'ubuntu",
    "== 'macos-",
    ", 'ubuntu",
    ", 'macos",
    ", 'linux"
  };

  private static final Pattern HOSTED =
      Pattern.compile("ubuntu-(latest|slim|[0-9]{2}\\.[0-9]{2})(-arm)?");

  private final WorkflowNodes nodes;
  private final Mapping job;
  private final String content;
  private final String labels;

  GithubRunner(WorkflowNodes nodes, Mapping job, String content) {
    this.nodes = nodes;
    this.job = job;
    this.content = content;
    StringBuilder all = new StringBuilder();
    Optional<YamlNode> runsOn = job.find("runs-on");
    if (runsOn.isPresent()) {
      labels(nodes.behind(runsOn.get()), all);
    }
    this.labels = all.toString().toLowerCase(Locale.ROOT);
  }

  private void labels(YamlNode node, StringBuilder all) {
    if (node instanceof Scalar scalar) {
      all.append(scalar.text()).append('\n');
    } else if (node instanceof Sequence list) {
      for (YamlNode item : list.items()) {
        if (nodes.behind(item) instanceof Scalar scalar) {
          all.append(scalar.text()).append('\n');
        }
      }
    } else if (node instanceof Mapping mapping && mapping.find("labels").isPresent()) {
      YamlNode named = nodes.behind(mapping.find("labels").get());
      if (!(named instanceof Mapping)) {
        labels(named, all);
      }
    }
  }

  /**
   * Whether each run gets another machine of GitHub's with Linux, which is thrown away behind it:
   * GitHub, Choosing the runner for a job.
   */
  boolean isThrownAway() {
    String all = labels;
    if (labels.startsWith("${{ matrix.") && labels.endsWith(" }}\n")) {
      all = ofMatrix(labels.substring(11, labels.length() - 4));
    }
    if (all.isEmpty()) {
      return false;
    }
    for (String label : all.strip().split("\n", -1)) {
      if (!HOSTED.matcher(label).matches()) {
        return false;
      }
    }
    return true;
  }

  /** The labels that a matrix has for a key; none where more may come from elsewhere. */
  private String ofMatrix(String key) {
    Optional<Mapping> strategy = nodes.mapping(job, "strategy");
    Optional<Mapping> matrix =
        strategy.isEmpty() ? Optional.empty() : nodes.mapping(strategy.get(), "matrix");
    StringBuilder all = new StringBuilder();
    if (matrix.isPresent() && !matrix.get().slice().text().contains("include:")) {
      for (Entry entry : matrix.get().entries()) {
        if (entry.key() instanceof Scalar name && name.text().equalsIgnoreCase(key)) {
          labels(nodes.behind(entry.value()), all);
        }
      }
    }
    return all.toString().toLowerCase(Locale.ROOT);
  }

  /** Whether a step that names no shell may get PowerShell. */
  boolean mayBeWindows() {
    if (labels.contains("windows")) {
      return !isUnixOnly(nodes.text(job, "if"));
    }
    if (labels.indexOf('$') < 0) {
      return false;
    }
    Optional<Mapping> strategy = nodes.mapping(job, "strategy");
    String where = strategy.isEmpty() ? "" : strategy.get().slice().text();
    boolean isListed = labels.contains("matrix.") && !where.contains("${{");
    String all = isListed ? where : content;
    String lower = all.toLowerCase(Locale.ROOT);
    boolean speaks = lower.contains("windows") || lower.contains("pwsh");
    return speaks && !isUnixOnly(nodes.text(job, "if"));
  }

  /** Whether a condition keeps Windows out. */
  static boolean isUnixOnly(String condition) {
    String lower = condition.toLowerCase(Locale.ROOT);
    if (lower.contains("||") || lower.contains("!starts") || lower.contains("!contains")) {
      return false;
    }
    for (String mark : UNIX_ONLY) {
      if (lower.contains(mark)) {
        return true;
      }
    }
    return false;
  }
}
