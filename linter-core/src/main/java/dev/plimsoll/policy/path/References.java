package dev.plimsoll.policy.path;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/** Tells where references lead, in a format that has them. */
public interface References {

  /** The node that a text behind {@code $ref} means; nothing where that is not to be had. */
  Optional<YamlNode> target(Scalar reference);

  /** The root of the file in which something stands. */
  Optional<YamlNode> root(Slice place);
}
