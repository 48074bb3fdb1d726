package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;

/** The type that the keywords of a schema speak of, where it names none. */
final class ImpliedType {

  private ImpliedType() {}

  /** The type; empty where they speak of none, or of several. */
  static String of(OpenApiObject schema) {
    String type = "";
    for (Entry entry : schema.node().entries()) {
      String keyword = entry.key() instanceof Scalar key ? key.text() : "";
      String meant =
          switch (keyword) {
            case "properties", "patternProperties", "additionalProperties" -> "object";
            case "minProperties", "maxProperties", "propertyNames" -> "object";
            case "items", "prefixItems", "minItems", "maxItems", "uniqueItems" -> "array";
            case "minLength", "maxLength", "pattern" -> "string";
            default -> "";
          };
      if (!meant.isEmpty() && !type.isEmpty() && !meant.equals(type)) {
        return "";
      }
      type = meant.isEmpty() ? type : meant;
    }
    return type;
  }
}
