package dev.plimsoll.model.openapi;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.text.Anchor;
import java.util.Optional;

/**
 * A {@code $ref}.
 *
 * @param kind of object that is wanted there
 * @param node in which it stands, with what stands beside it
 * @param target as written, a URI reference (RFC 3986)
 * @param isAllowed whether the specification lets one stand there; tools that bundle files take it
 *     anywhere
 */
public record Reference(
    ObjectKind kind, Mapping node, Scalar target, Anchor anchor, boolean isAllowed) {

  /** The target of the reference that a node is, wherever that stands; nothing where it is none. */
  public static Optional<Scalar> target(YamlNode node) {
    Optional<YamlNode> target =
        node instanceof Mapping mapping ? mapping.find("$ref") : Optional.empty();
    return target.isPresent() && target.get() instanceof Scalar scalar
        ? Optional.of(scalar)
        : Optional.empty();
  }

  /** Whether it leads into the file in which it stands. */
  public boolean isLocal() {
    return target.text().startsWith("#");
  }
}
