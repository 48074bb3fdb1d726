package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import java.util.Locale;

/** What the names of media types say. */
final class MediaTypes {

  private MediaTypes() {}

  /** Whether an example of a media type is the value itself, not a text that stands for it. */
  static boolean isExact(String mediaType, YamlNode example) {
    int parameters = mediaType.indexOf(';');
    String name = parameters < 0 ? mediaType : mediaType.substring(0, parameters);
    String bare = name.strip().toLowerCase(Locale.ROOT);
    if (bare.endsWith("/json") || bare.endsWith("+json")) {
      return true;
    }
    return switch (bare) {
      case "*/*", "application/*" -> !(example instanceof Scalar);
      case "application/x-www-form-urlencoded", "multipart/form-data", "multipart/mixed" ->
          example instanceof Mapping;
      case "application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml" ->
          !(example instanceof Scalar scalar && CoreSchema.type(scalar) == CoreSchema.Type.TEXT);
      default -> false;
    };
  }
}
