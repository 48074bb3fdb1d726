package dev.plimsoll.parse.small;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the jobs of a GitLab file take from others: merge keys, {@code extends}. */
final class GitlabJobs {

  private static final int MOST = 100; // GitLab follows eleven levels

  private final WorkflowNodes nodes;
  private final Mapping root;

  GitlabJobs(WorkflowNodes nodes, Mapping root) {
    this.nodes = nodes;
    this.root = root;
  }

  /** A job and those that it takes keys from, the nearest first; none where one is elsewhere. */
  List<Mapping> chain(Mapping job) {
    List<Mapping> chain = new ArrayList<>();
    chain.add(job);
    for (int i = 0; i < chain.size() && i < MOST; i++) {
      Mapping at = chain.get(i);
      for (Entry entry : at.entries()) {
        boolean merges = entry.key() instanceof Scalar key && key.text().equals("<<");
        if (merges && !merged(entry.value(), chain)) {
          return List.of();
        }
      }
      Optional<YamlNode> named = at.find("extends");
      if (named.isPresent() && !extended(nodes.behind(named.get()), chain)) {
        return List.of();
      }
    }
    return chain;
  }

  private boolean merged(YamlNode written, List<Mapping> chain) {
    YamlNode node = nodes.behind(written);
    List<YamlNode> all = node instanceof Sequence list ? list.items() : List.of(node);
    for (YamlNode each : all) {
      Optional<Mapping> mapping = nodes.mapping(each);
      if (mapping.isEmpty()) {
        return false;
      }
      chain.add(mapping.get());
    }
    return true;
  }

  private boolean extended(YamlNode node, List<Mapping> chain) {
    List<YamlNode> names = node instanceof Sequence list ? list.items() : List.of(node);
    for (int i = names.size() - 1; i >= 0; i--) { // the last one hides the others
      Optional<Mapping> other =
          names.get(i) instanceof Scalar name ? nodes.mapping(root, name.text()) : Optional.empty();
      if (other.isEmpty()) {
        return false;
      }
      chain.add(other.get());
    }
    return true;
  }
}
