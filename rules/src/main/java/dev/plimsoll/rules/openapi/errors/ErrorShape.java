package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Alias;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a schema says of a value, all that it is composed of taken together: its types, and its
 * properties with theirs. Of alternatives the shape has the properties of all.
 */
final class ErrorShape {

  private static final int DEEPEST = 12;
  private static final Set<String> OPEN =
      Set.of("<<", "if", "patternProperties", "dependentSchemas", "$dynamicRef", "$recursiveRef");

  private record Property(Scalar key, YamlNode schema) {}

  private final OpenApiDescription api;
  private final Map<String, Property> properties = new LinkedHashMap<>();
  private final Set<String> types = new LinkedHashSet<>();
  private final List<YamlNode> examples = new ArrayList<>();
  private final Set<Mapping> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final StringBuilder description = new StringBuilder();
  private Optional<YamlNode> items = Optional.empty();
  private Optional<YamlNode> values = Optional.empty();
  private boolean isKnown = true;
  private boolean isNullable;
  private boolean isClosed;
  private boolean hasEnum;

  private ErrorShape(OpenApiDescription api) {
    this.api = api;
  }

  /** The shape of a schema, or of what it refers to. */
  static ErrorShape of(YamlNode schema, OpenApiDescription api) {
    ErrorShape shape = new ErrorShape(api);
    shape.visit(schema, 0);
    return shape;
  }

  /** Whether nothing that could change the answers is out of sight. */
  boolean isKnown() {
    return isKnown;
  }

  /** Whether it names properties. */
  boolean isObject() {
    return !properties.isEmpty();
  }

  /** Whether any object will do. */
  boolean isFreeForm() {
    return isKnown
        && properties.isEmpty()
        && !isClosed
        && !hasEnum
        && items.isEmpty()
        && (types.isEmpty() || types.equals(Set.of("object")));
  }

  /** Whether it is a text, a number or a truth value. */
  boolean isScalar() {
    return isKnown
        && properties.isEmpty()
        && !types.isEmpty()
        && Set.of("string", "number", "integer", "boolean").containsAll(types);
  }

  /** Whether it says nothing of its values. */
  boolean isAny() {
    return types.isEmpty() && properties.isEmpty();
  }

  boolean isText() {
    return types.equals(Set.of("string"));
  }

  boolean isNumber() {
    return types.equals(Set.of("integer")) || types.equals(Set.of("number"));
  }

  /** Whether it is a list, or a map of names that are not known. */
  boolean isList() {
    return properties.isEmpty() && (types.equals(Set.of("array")) || items.isPresent());
  }

  boolean isMap() {
    return values.isPresent();
  }

  boolean isNullable() {
    return isNullable;
  }

  boolean hasEnum() {
    return hasEnum;
  }

  Set<String> types() {
    return types;
  }

  /** Its examples, defaults and the values that it is limited to. */
  List<YamlNode> examples() {
    return examples;
  }

  /** All that its descriptions and titles say. */
  String description() {
    return description.toString();
  }

  Set<String> names() {
    return properties.keySet();
  }

  /** The schema of a property that it has. */
  YamlNode schema(String name) {
    return property(name).schema();
  }

  /** The key of a property that it has. */
  Scalar key(String name) {
    return property(name).key();
  }

  private Property property(String name) {
    return Objects.requireNonNull(properties.get(name));
  }

  boolean has(String name) {
    return properties.containsKey(name);
  }

  /** The shape of a property; that of nothing where there is none. */
  ErrorShape of(String name) {
    Property property = properties.get(name);
    return property == null ? new ErrorShape(api) : of(property.schema(), api);
  }

  /** The shape of its items; that of nothing where it is no list. */
  ErrorShape items() {
    return items.isPresent() ? of(items.get(), api) : new ErrorShape(api);
  }

  /** The shape of the values behind names that are not known; that of nothing without such. */
  ErrorShape values() {
    return values.isPresent() && values.get() instanceof Mapping
        ? of(values.get(), api)
        : new ErrorShape(api);
  }

  private void visit(YamlNode node, int depth) {
    if (!(node instanceof Mapping mapping) || depth > DEEPEST) {
      isKnown = false;
      return;
    }
    if (!seen.add(mapping)) {
      return;
    }
    if (mapping.find("$ref").isPresent()) {
      Optional<Mapping> target = api.resolve(mapping);
      isKnown &= target.isPresent();
      if (target.isPresent()) {
        visit(target.get(), depth + 1);
      }
      if (!api.version().orElseThrow().hasJsonSchema()) {
        return;
      }
    }
    isKnown &= !api.file(mapping.slice()).yaml().isCut(mapping);
    for (Entry entry : mapping.entries()) {
      if (entry.key() instanceof Scalar key) {
        keyword(key.text(), entry.value(), depth);
      } else {
        isKnown = false;
      }
    }
  }

  private void keyword(String keyword, YamlNode value, int depth) {
    switch (keyword) {
      case "properties" -> addProperties(value);
      case "type" -> addTypes(value);
      case "allOf", "oneOf", "anyOf" -> addParts(value, depth);
      case "items" -> items = Optional.of(value);
      case "additionalProperties" -> addValues(value);
      case "enum", "examples" -> {
        hasEnum |= keyword.equals("enum");
        if (value instanceof Sequence list) {
          examples.addAll(list.items());
        }
      }
      case "const", "example", "default" -> {
        hasEnum |= keyword.equals("const");
        examples.add(value);
      }
      case "x-extensible-enum", "x-enum-varnames" -> hasEnum = true;
      case "nullable" -> isNullable |= value instanceof Scalar flag && flag.text().equals("true");
      case "description", "title" -> {
        description.append(value instanceof Scalar text ? text.text() : "").append('\n');
      }
      default -> isKnown &= !OPEN.contains(keyword);
    }
  }

  private void addProperties(YamlNode value) {
    if (!(value instanceof Mapping mapping)
        || (mapping.find("$ref").isPresent() && mapping.find("$ref").get() instanceof Scalar)) {
      isKnown = false;
      return;
    }
    for (Entry entry : mapping.entries()) {
      if (entry.key() instanceof Scalar key && !key.text().equals("<<")) {
        properties.putIfAbsent(key.text(), new Property(key, entry.value()));
      } else {
        isKnown = false;
      }
    }
  }

  private void addTypes(YamlNode value) {
    List<YamlNode> named = value instanceof Sequence list ? list.items() : List.of(value);
    for (YamlNode type : named) {
      if (!(type instanceof Scalar name)) {
        isKnown = false;
      } else if (name.text().equals("null")) {
        isNullable = true;
      } else {
        types.add(name.text());
      }
    }
  }

  private void addParts(YamlNode value, int depth) {
    if (!(value instanceof Sequence list)) {
      isKnown = false;
      return;
    }
    for (YamlNode part : list.items()) {
      visit(part, depth + 1);
    }
  }

  private void addValues(YamlNode value) {
    if (value instanceof Alias) {
      isKnown = false;
    } else if (value instanceof Scalar flag && flag.text().equals("false")) {
      isClosed = true;
    } else {
      values = Optional.of(value);
    }
  }
}
