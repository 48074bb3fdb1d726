package dev.plimsoll.parse.small;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** For which values a job runs: GitHub, Workflow syntax, {@code jobs.<job_id>.strategy.matrix}. */
final class GithubMatrix {

  private static final int MOST = 256; // as GitHub has it
  private static final int DEEPEST = 4;

  private final WorkflowNodes nodes;

  GithubMatrix(WorkflowNodes nodes) {
    this.nodes = nodes;
  }

  /** The values of each run, by the paths to them; none where not all are known. */
  List<Map<String, Scalar>> runs(Mapping job) {
    Optional<Mapping> strategy = nodes.mapping(job, "strategy");
    Optional<Mapping> matrix =
        strategy.isEmpty() ? Optional.empty() : nodes.mapping(strategy.get(), "matrix");
    if (matrix.isEmpty() || matrix.get().find("exclude").isPresent()) {
      return List.of();
    }
    boolean includes = matrix.get().find("include").isPresent();
    if (includes && matrix.get().entries().size() > 1) {
      return List.of(); // they may change the others, or add to them
    }
    List<Map<String, Scalar>> runs = new ArrayList<>(List.of(Map.of()));
    for (Entry entry : matrix.get().entries()) {
      String name = entry.key() instanceof Scalar key && !includes ? key.text() : "";
      runs =
          nodes.behind(entry.value()) instanceof Sequence list && (includes || !name.isEmpty())
              ? product(runs, name, list)
              : List.of();
    }
    return runs;
  }

  private List<Map<String, Scalar>> product(
      List<Map<String, Scalar>> runs, String name, Sequence list) {
    List<Map<String, Scalar>> all = new ArrayList<>();
    if (runs.size() * list.items().size() > MOST) {
      return all;
    }
    for (Map<String, Scalar> run : runs) {
      for (YamlNode item : list.items()) {
        Map<String, Scalar> values = new HashMap<>(run);
        add(name, nodes.behind(item), values, 0);
        all.add(values);
      }
    }
    return all;
  }

  private void add(String path, YamlNode node, Map<String, Scalar> values, int depth) {
    if (node instanceof Scalar scalar) {
      values.put(path, scalar);
    } else if (node instanceof Mapping mapping && depth < DEEPEST) {
      for (Entry entry : mapping.entries()) {
        if (entry.key() instanceof Scalar key) {
          String below = path.isEmpty() ? key.text() : path + "." + key.text();
          add(below, nodes.behind(entry.value()), values, depth + 1);
        }
      }
    }
  }
}
