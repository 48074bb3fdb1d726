package dev.plimsoll.model.openapi.schema;

import dev.plimsoll.parse.yaml.tree.CoreNumbers;
import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keyword {@code type}. */
final class Types {

  private Types() {}

  /** The types that it names; none where it is made otherwise. */
  static List<String> named(YamlNode type) {
    List<String> names = new ArrayList<>();
    if (type instanceof Scalar one) {
      names.add(one.text());
    } else if (type instanceof Sequence list) {
      for (YamlNode item : list.items()) {
        if (!(item instanceof Scalar one)) {
          return List.of();
        }
        names.add(one.text());
      }
    }
    return names;
  }

  /** Whether a value has one of the types. */
  static Outcome check(List<String> names, YamlNode value) {
    Outcome best = names.isEmpty() ? Outcome.UNKNOWN : Outcome.INVALID;
    for (String name : names) {
      Outcome outcome = is(name, value);
      best = outcome.compareTo(best) < 0 ? outcome : best;
    }
    return best;
  }

  private static Outcome is(String name, YamlNode value) {
    return switch (name) {
      case "object" -> Outcome.of(value instanceof Mapping);
      case "array" -> Outcome.of(value instanceof Sequence);
      case "string" -> Outcome.of(JsonValue.isText(value));
      case "null" -> Outcome.of(JsonValue.isNull(value));
      case "boolean", "number", "integer" ->
          value instanceof Scalar scalar ? isScalar(name, scalar) : Outcome.INVALID;
      default -> Outcome.UNKNOWN;
    };
  }

  private static Outcome isScalar(String name, Scalar value) {
    if (JsonValue.isDisputed(value)) {
      return Outcome.UNKNOWN;
    }
    CoreSchema.Type type = CoreSchema.type(value);
    if (name.equals("boolean")) {
      return Outcome.of(type == CoreSchema.Type.BOOLEAN);
    }
    if (type == CoreSchema.Type.FLOAT) {
      Optional<BigDecimal> number = CoreNumbers.of(value);
      return number.isEmpty()
          ? Outcome.UNKNOWN
          : Outcome.of(name.equals("number") || CoreNumbers.isWhole(number.get()));
    }
    return Outcome.of(type == CoreSchema.Type.INTEGER);
  }

  /** How a message calls values of the types: "a text or null". */
  static String label(List<String> names) {
    StringBuilder label = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      label.append(i == 0 ? "" : i < names.size() - 1 ? ", " : " or ").append(label(names.get(i)));
    }
    return label.toString();
  }

  private static String label(String name) {
    return switch (name) {
      case "object" -> "a mapping";
      case "array" -> "a list";
      case "string" -> "a text";
      case "boolean" -> "true or false";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      default -> name;
    };
  }
}
