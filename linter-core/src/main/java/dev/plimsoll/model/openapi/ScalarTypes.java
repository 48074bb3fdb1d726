package dev.plimsoll.model.openapi;

import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import java.util.Optional;

/** What the table of fields means by {@code string}, {@code count} and the like. */
final class ScalarTypes {

  private ScalarTypes() {}

  /** What would stand there, as a message calls it; nothing where the value is of the type. */
  static Optional<String> mismatch(String type, YamlNode node) {
    return switch (type) {
      case "string" -> is(node, CoreSchema.Type.TEXT) ? Optional.empty() : Optional.of("a text");
      case "boolean" ->
          is(node, CoreSchema.Type.BOOLEAN) ? Optional.empty() : Optional.of("true or false");
      case "number" ->
          is(node, CoreSchema.Type.INTEGER) || is(node, CoreSchema.Type.FLOAT)
              ? Optional.empty()
              : Optional.of("a number");
      case "count" -> isCount(node) ? Optional.empty() : Optional.of("a whole number from 0 on");
      default -> Optional.empty();
    };
  }

  private static boolean is(YamlNode node, CoreSchema.Type type) {
    return node instanceof Scalar scalar && CoreSchema.type(scalar) == type;
  }

  private static boolean isCount(YamlNode node) {
    return is(node, CoreSchema.Type.INTEGER)
        && node instanceof Scalar scalar
        && !scalar.text().startsWith("-");
  }
}
