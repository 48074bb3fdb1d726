package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a schema says by its own keywords, without what its references and members add. */
final class Keywords {

  private Keywords() {}

  /** Whether a keyword is there and true. */
  static boolean isTrue(Mapping schema, String keyword) {
    Optional<YamlNode> value = schema.find(keyword);
    return value.isPresent()
        && value.get() instanceof Scalar scalar
        && CoreSchema.type(scalar) == CoreSchema.Type.BOOLEAN
        && scalar.text().equalsIgnoreCase("true");
  }

  /**
   * The types that it names.
   *
   * @return none where it names none, or something that is no type
   */
  static List<String> types(Mapping schema) {
    List<String> types = new ArrayList<>();
    for (Scalar word : typeWords(schema)) {
      if (CoreSchema.type(word) != CoreSchema.Type.TEXT || !isType(word.text())) {
        return List.of();
      }
      types.add(word.text());
    }
    return types;
  }

  /** The scalars in its {@code type}. */
  static List<Scalar> typeWords(Mapping schema) {
    Optional<YamlNode> type = schema.find("type");
    if (type.isEmpty()) {
      return List.of();
    }
    if (type.get() instanceof Scalar scalar) {
      return List.of(scalar);
    }
    List<Scalar> words = new ArrayList<>();
    if (type.get() instanceof Sequence list) {
      for (YamlNode item : list.items()) {
        if (!(item instanceof Scalar word)) {
          return List.of();
        }
        words.add(word);
      }
    }
    return words;
  }

  /** Whether JSON Schema has such a type. */
  static boolean isType(String word) {
    return switch (word) {
      case "string", "number", "integer", "boolean", "array", "object", "null" -> true;
      default -> false;
    };
  }

  /** Whether what is not written in it may be there all the same. */
  static boolean isOpen(OpenApiObject object, OpenApiDescription api) {
    return object.find("<<").isPresent() || api.file(object).yaml().isCut(object.node());
  }

  /** Whether it is a member of a composition of the schema around it. */
  static boolean isMember(OpenApiObject object) {
    return object.parent().isPresent()
        && object.parent().get().kind() == ObjectKind.SCHEMA
        && isOf(object, object.name())
        && switch (object.name()) {
          case "allOf", "anyOf", "oneOf", "not", "if", "then", "else" -> true;
          default -> false;
        };
  }

  /** Whether it stands right behind a keyword of the schema around it, or in its list. */
  static boolean isOf(OpenApiObject object, String keyword) {
    return object.anchor().equals(object.parent().orElse(object).anchor().child(keyword));
  }
}
