package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.text.Digits;
import java.util.List;
import java.util.Optional;

/** What may stand for a variable of a path. */
final class PathVariable {

  /** With one of these beside its type, nobody sees at a glance what a schema takes. */
  private static final List<String> OPEN =
      List.of("pattern", "allOf", "anyOf", "oneOf", "not", "if", "<<");

  private final OpenApiDescription api;

  PathVariable(OpenApiDescription api) {
    this.api = api;
  }

  /** An operation of a path, all of which can be seen. */
  Optional<Mapping> operation(OpenApiObject item, String method) {
    Optional<YamlNode> written = item.find(method);
    Optional<Mapping> operation =
        written.isPresent() ? api.resolve(written.get()) : Optional.empty();
    return operation.isPresent() && operation.get().find("<<").isEmpty()
        ? operation
        : Optional.empty();
  }

  /** Whether an operation surely takes a text for a variable. */
  boolean takes(String text, String name, OpenApiObject item, Mapping operation) {
    for (Optional<YamlNode> list : List.of(operation.find("parameters"), item.find("parameters"))) {
      if (list.isPresent()) {
        if (!(list.get() instanceof Sequence parameters)) {
          return false;
        }
        for (YamlNode parameter : parameters.items()) {
          Optional<Mapping> defined = api.resolve(parameter);
          if (defined.isEmpty()) {
            return false;
          }
          if (is(defined.get(), "name", name) && is(defined.get(), "in", "path")) {
            return takes(text, defined.get());
          }
        }
      }
    }
    return true;
  }

  private boolean takes(String text, Mapping parameter) {
    Optional<YamlNode> schema = parameter.find("schema");
    if (schema.isEmpty()) {
      return parameter.find("content").isEmpty() && fits(text, parameter);
    }
    Optional<Mapping> defined = api.resolve(schema.get());
    return defined.isPresent() && fits(text, defined.get());
  }

  private static boolean fits(String text, Mapping schema) {
    for (YamlNode.Entry entry : schema.entries()) {
      if (!(entry.key() instanceof Scalar key) || OPEN.contains(key.text())) {
        return false;
      }
      boolean fits =
          switch (key.text()) {
            case "type" -> entry.value() instanceof Scalar type && isOfType(text, type.text());
            case "format" -> !(entry.value() instanceof Scalar format) || isOfFormat(text, format);
            case "const" -> entry.value() instanceof Scalar value && value.text().equals(text);
            case "minLength" -> length(entry.value()).orElse(Integer.MAX_VALUE) <= text.length();
            case "maxLength" -> text.length() <= length(entry.value()).orElse(0);
            case "enum" -> entry.value() instanceof Sequence words && lists(words, text);
            default -> true;
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfType(String text, String type) {
    boolean isNumber = !text.isEmpty();
    for (int i = 0; i < text.length(); i++) {
      isNumber &= Character.isDigit(text.charAt(i));
    }
    return switch (type) {
      case "integer", "number" -> isNumber;
      case "boolean" -> text.equals("true") || text.equals("false");
      case "string" -> true;
      default -> false;
    };
  }

  /** Formats of any text: the others tell a word of a path from a value, or may do so. */
  private static boolean isOfFormat(String text, Scalar format) {
    return switch (format.text()) {
      case "", "string", "text", "password", "binary", "hostname", "idn-hostname", "slug" ->
          !text.isEmpty();
      default -> false;
    };
  }

  private static Optional<Integer> length(YamlNode bound) {
    return bound instanceof Scalar scalar ? Digits.number(scalar.text()) : Optional.empty();
  }

  private static boolean lists(Sequence words, String text) {
    for (YamlNode word : words.items()) {
      if (word instanceof Scalar scalar && scalar.text().equals(text)) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(Mapping node, String key, String value) {
    return node.find(key).orElse(node) instanceof Scalar scalar && scalar.text().equals(value);
  }
}
