package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/** What rules about the members of compositions share. */
final class Members {

  private Members() {}

  /** Where a member is named: its reference, its first keyword. */
  static Slice place(YamlNode member) {
    Optional<YamlNode> reference =
        member instanceof Mapping mapping ? mapping.find("$ref") : Optional.empty();
    if (reference.isPresent()) {
      return reference.get().slice();
    }
    return member instanceof Mapping mapping && !mapping.entries().isEmpty()
        ? mapping.entries().get(0).key().slice()
        : member.slice();
  }
}
