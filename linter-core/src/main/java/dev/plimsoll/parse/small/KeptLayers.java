package dev.plimsoll.parse.small;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a job on a new machine may have the layers of an earlier run all the same: another
 * machine builds for it, or it brings them along.
 */
final class KeptLayers {

  /** Words of workflows that build elsewhere, or bring layers along. */
  private static final String[] ELSEWHERE = {
    "docker_host",
    "buildx_builder",
    "buildkit_host",
    "docker context",
    "docker load",
    "docker image load",
    "docker image import",
    "driver=remote",
    "driver remote",
    "driver=cloud",
    "driver cloud",
    "driver=kubernetes",
    "driver kubernetes",
    "/var/lib/docker"
  };

  /** Owners of actions that build on machines of theirs, which keep layers. */
  private static final String[] SERVICES = {
    "depot/", "useblacksmith/", "namespacelabs/", "warpbuilds/", "buildjet/", "dagger/"
  };

  private static final String[] SETTINGS = {"driver", "endpoint", "append", "context"};

  private final WorkflowNodes nodes;
  private final boolean speaks;

  KeptLayers(WorkflowNodes nodes, String content) {
    this.nodes = nodes;
    this.speaks = hasOne(content.toLowerCase(Locale.ROOT), ELSEWHERE);
  }

  /** Whether a job may have layers that an earlier run built. */
  boolean mayKeep(Mapping job) {
    if (speaks) {
      return true;
    }
    for (YamlNode item : nodes.items(job, "steps")) {
      Optional<Mapping> step = nodes.mapping(item);
      if (step.isPresent() && mayBring(step.get())) {
        return true;
      }
    }
    return false;
  }

  private boolean mayBring(Mapping step) {
    String action = nodes.text(step, "uses").toLowerCase(Locale.ROOT);
    Optional<Mapping> inputs = nodes.mapping(step, "with");
    if (action.isEmpty()) {
      return false;
    }
    if (hasOne(action, SERVICES) || (action.contains("docker") && action.contains("cache"))) {
      return true;
    }
    if (action.startsWith("./")) {
      return action.contains("docker") || action.contains("build") || action.contains("cache");
    }
    if (action.startsWith("actions/cache")) {
      String path = inputs.isEmpty() ? "" : nodes.text(inputs.get(), "path");
      return path.contains("docker") || path.contains("build") || path.contains("containers");
    }
    return action.startsWith("docker/setup-") && inputs.isPresent() && isElsewhere(inputs.get());
  }

  /** Whether the builder that a step sets up is another than one on this machine. */
  private boolean isElsewhere(Mapping inputs) {
    for (String setting : SETTINGS) {
      String value = nodes.text(inputs, setting);
      if (!value.isEmpty() && !value.equals("docker-container") && !value.equals("docker")) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasOne(String text, String[] words) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
