package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import java.util.Locale;
import java.util.Optional;

/**
 * A body that an operation answers an error with.
 *
 * @param status as it is written: {@code 404}, {@code 4XX}, {@code default}
 * @param mediaType none in 2.0
 * @param schema as it is written, a reference perhaps
 */
record ErrorUse(
    OpenApiObject operation,
    Scalar status,
    Mapping response,
    Optional<Scalar> mediaType,
    YamlNode schema) {

  /** How messages call it: {@code the 404 response of GET /orders}. */
  String label() {
    return "the " + status.text() + " response of " + name(operation);
  }

  static String name(OpenApiObject operation) {
    String path = operation.parent().isPresent() ? " " + operation.parent().get().name() : "";
    return operation.name().toUpperCase(Locale.ROOT) + path;
  }
}
