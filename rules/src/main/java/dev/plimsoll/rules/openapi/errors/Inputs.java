package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.SchemaShape;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an operation takes: its parameters, those of its path, and its body. */
final class Inputs {

  private static final Set<String> LIMITING =
      Set.of(
          "enum",
          "const",
          "pattern",
          "format",
          "minLength",
          "maxLength",
          "minimum",
          "maximum",
          "oneOf",
          "anyOf",
          "not",
          "content");

  private static final Set<String> OF_TRANSPORT =
      Set.of("accept", "content-type", "authorization", "user-agent");

  private final OpenApiObject operation;
  private final OpenApiDescription api;
  private final List<Mapping> parameters = new ArrayList<>();

  Inputs(OpenApiObject operation, OpenApiDescription api) {
    this.operation = operation;
    this.api = api;
    Optional<OpenApiObject> item = operation.within(ObjectKind.PATH_ITEM);
    add(operation.find("parameters"));
    add(item.isEmpty() ? Optional.empty() : item.get().find("parameters"));
  }

  private void add(Optional<YamlNode> list) {
    if (list.isEmpty() || !(list.get() instanceof Sequence items)) {
      return;
    }
    for (YamlNode item : items.items()) {
      Optional<Mapping> parameter = api.resolve(item);
      if (parameter.isPresent()) {
        parameters.add(parameter.get());
      }
    }
  }

  /**
   * Why a request may be refused for what it carries. Not for what its path does: what that names
   * wrongly is not found.
   */
  Optional<String> mayBeInvalid() {
    if (operation.find("requestBody").isPresent()) {
      return Optional.of("it takes a body");
    }
    Optional<String> reason = Optional.empty();
    for (Mapping parameter : parameters) {
      String in = text(parameter, "in");
      if (in.equals("body") || in.equals("formData")) {
        return Optional.of("it takes a body");
      }
      if (reason.isEmpty() && isArgument(in, text(parameter, "name"))) {
        reason = mayBeInvalid(parameter);
      }
    }
    return reason;
  }

  private static boolean isArgument(String in, String name) {
    return switch (in) {
      case "query", "querystring", "cookie" -> true;
      case "header" -> !OF_TRANSPORT.contains(name.toLowerCase(Locale.ROOT));
      default -> false;
    };
  }

  private Optional<String> mayBeInvalid(Mapping parameter) {
    String name = text(parameter, "name");
    if (text(parameter, "required").equals("true")) {
      return Optional.of("it requires " + name);
    }
    YamlNode schema = parameter.find("schema").orElse(parameter);
    return isLimited(schema) ? Optional.of(name + " may have a wrong value") : Optional.empty();
  }

  /** Whether some text is no value of a schema; false where that cannot be seen. */
  private boolean isLimited(YamlNode schema) {
    SchemaShape shape = SchemaShape.of(schema, api);
    for (Mapping part : shape.parts()) {
      Optional<YamlNode> items = part.find("items");
      if (items.isPresent() && isLimited(items.get())) {
        return true;
      }
      for (YamlNode.Entry entry : part.entries()) {
        if (entry.key() instanceof Scalar key && LIMITING.contains(key.text())) {
          return true;
        }
      }
    }
    Set<String> types = shape.types().orElse(Set.of());
    return types.contains("integer") || types.contains("number") || types.contains("boolean");
  }

  /** Whether the values that a variable of the path may have are listed. */
  boolean isClosed(String variable) {
    for (Mapping parameter : parameters) {
      if (text(parameter, "in").equals("path") && text(parameter, "name").equals(variable)) {
        SchemaShape shape = SchemaShape.of(parameter.find("schema").orElse(parameter), api);
        for (Mapping part : shape.parts()) {
          if (part.find("enum").isPresent() || part.find("const").isPresent()) {
            return true;
          }
        }
        return shape.isOnly("boolean");
      }
    }
    return false;
  }

  private static String text(Mapping mapping, String key) {
    Optional<YamlNode> value = mapping.find(key);
    return value.isPresent() && value.get() instanceof Scalar scalar ? scalar.text() : "";
  }
}
