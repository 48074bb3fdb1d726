package dev.plimsoll.rules.openapi.naming;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rules.openapi.operations.Entries;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/** Texts for people that are not there, or say nothing. */
final class MissingText {

  private MissingText() {}

  /** Where a text is missing: its value that is blank, or the object; nothing where it is there. */
  static Optional<Slice> in(OpenApiObject object, String field, OpenApiDescription api) {
    Optional<YamlNode> value = object.find(field);
    if (value.isEmpty()) {
      return Entries.isOpen(object, api) ? Optional.empty() : Optional.of(object.key());
    }
    boolean isBlank =
        value.get() instanceof Scalar text && (text.isNull() || text.text().isBlank());
    if (!isBlank) {
      return Optional.empty();
    }
    Slice place = value.get().slice();
    return Optional.of(place.span().isEmpty() ? object.keyOf(field).orElse(place) : place);
  }
}
