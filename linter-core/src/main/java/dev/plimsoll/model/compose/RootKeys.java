package dev.plimsoll.model.compose;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import java.util.Set;

/** What the keys at the root of a file tell of it. */
final class RootKeys {

  /** What may stand beside services of version 1 without being one. */
  private static final Set<String> SECTIONS =
      Set.of("version", "name", "volumes", "networks", "secrets", "configs");

  private RootKeys() {}

  /** Whether it is a workflow or a manifest of another tool. */
  static boolean areForeign(YamlNode.Mapping root) {
    boolean workflow =
        root.find("jobs").isPresent()
            && (root.find("on").isPresent() || root.find("runs-on").isPresent());
    boolean manifest =
        root.find("apiVersion").isPresent()
            && root.find("services").isEmpty()
            && root.find("include").isEmpty();
    return workflow || manifest;
  }

  /** Whether one of the sections of a Compose file is there. */
  static boolean hasSection(YamlNode.Mapping root) {
    return root.find("services").isPresent()
        || root.find("include").isPresent()
        || (!areServices(root)
            && (root.find("volumes").isPresent()
                || root.find("networks").isPresent()
                || root.find("secrets").isPresent()
                || root.find("configs").isPresent()));
  }

  /** Whether they are names of services, as in files of version 1. */
  static boolean areServices(YamlNode.Mapping root) {
    if (root.find("services").isPresent() || root.find("include").isPresent()) {
      return false;
    }
    boolean found = false;
    for (YamlNode.Entry entry : root.entries()) {
      String name = entry.key() instanceof YamlNode.Scalar key ? key.text() : "";
      if (!SECTIONS.contains(name) && !name.startsWith("x-")) {
        if (!isService(entry.value())) {
          return false;
        }
        found = true;
      }
    }
    return found;
  }

  private static boolean isService(YamlNode value) {
    return value instanceof YamlNode.Mapping mapping
        && (mapping.find("image").isPresent() || mapping.find("build").isPresent());
  }
}
