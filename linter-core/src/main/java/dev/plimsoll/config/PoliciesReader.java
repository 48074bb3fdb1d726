package dev.plimsoll.config;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code policies}: the user's own rules by name. */
final class PoliciesReader {

  private final Shapes shapes;

  PoliciesReader(Shapes shapes) {
    this.shapes = shapes;
  }

  /** Those that are whole; what is wrong in the others are problems. */
  List<Policy> read(YamlNode node) {
    List<Policy> policies = new ArrayList<>();
    for (Entry entry : shapes.entries(node, "\"policies\"")) {
      String name = Shapes.key(entry);
      if (isName(name)) {
        Optional<Policy> policy = new PolicyReader(shapes, entry).read();
        if (policy.isPresent()) {
          policies.add(policy.get());
        }
      } else {
        shapes.problem(
            entry.key().slice(),
            Shapes.quoted(name)
                + " is no name for a policy: write lower-case letters, digits and hyphens");
      }
    }
    return policies;
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!word && (c != '-' || i == 0)) {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
