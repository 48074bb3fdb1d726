package dev.plimsoll.model.openapi;

import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a schema asks of every instance: its own keywords, those of what it refers to, and those of
 * all members of {@code allOf}, taken together. What only some instances must meet, {@code oneOf}
 * and {@code anyOf}, is given apart.
 */
public final class SchemaShape {

  private static final int MOST_PARTS = 256;

  private final OpenApiDescription api;
  private final Set<Mapping> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Mapping> parts = new ArrayList<>();
  private final Map<String, Property> properties = new LinkedHashMap<>();
  private final Map<String, Scalar> required = new LinkedHashMap<>();
  private final List<Sequence> alternatives = new ArrayList<>();
  private Optional<Set<String>> types = Optional.empty();
  private boolean isNullable;
  private boolean isClosed;
  private boolean isKnown = true;

  /**
   * A property.
   *
   * @param name the key where it is defined
   * @param schema as written there
   */
  public record Property(Scalar name, YamlNode schema) {}

  private SchemaShape(OpenApiDescription api) {
    this.api = api;
  }

  /** The shape of a schema, or of what a reference leads to. */
  public static SchemaShape of(YamlNode schema, OpenApiDescription api) {
    SchemaShape shape = new SchemaShape(api);
    shape.add(schema);
    return shape;
  }

  private void add(YamlNode node) {
    if (!(node instanceof Mapping mapping)) {
      // true allows everything, false nothing: neither names a thing
      isKnown &=
          node instanceof Scalar scalar && CoreSchema.type(scalar) == CoreSchema.Type.BOOLEAN;
      return;
    }
    if (parts.size() >= MOST_PARTS) {
      isKnown = false;
      return;
    }
    if (!seen.add(mapping)) {
      return;
    }
    Optional<YamlNode> target = mapping.find("$ref");
    if (target.isPresent()) {
      Optional<YamlNode> meant =
          target.get() instanceof Scalar text ? api.find(text) : Optional.empty();
      if (meant.isPresent()) {
        add(meant.get());
      } else {
        isKnown = false;
      }
      if (!api.hasJsonSchema()) {
        return; // what stands beside it does not count
      }
    }
    parts.add(mapping);
    for (Entry entry : mapping.entries()) {
      if (entry.key() instanceof Scalar key) {
        keyword(key, entry.value());
      }
    }
  }

  private void keyword(Scalar key, YamlNode value) {
    switch (key.text()) {
      case "type" -> type(value);
      case "nullable" -> isNullable |= isTrue(value);
      case "properties" -> properties(value);
      case "required" -> required(value);
      case "additionalProperties", "unevaluatedProperties" -> isClosed |= isFalse(value);
      case "oneOf", "anyOf" -> {
        if (value instanceof Sequence list) {
          alternatives.add(list);
        } else {
          isKnown = false;
        }
      }
      case "allOf" -> {
        if (value instanceof Sequence list) {
          for (YamlNode member : list.items()) {
            add(member);
          }
        } else {
          isKnown = false;
        }
      }
      case "<<", "$dynamicRef", "$recursiveRef" -> isKnown = false;
      default -> {}
    }
  }

  private void type(YamlNode value) {
    Set<String> named = new LinkedHashSet<>();
    if (value instanceof Scalar one) {
      named.add(one.text());
    } else if (value instanceof Sequence list) {
      for (YamlNode item : list.items()) {
        if (item instanceof Scalar one) {
          named.add(one.text());
        }
      }
    } else {
      isKnown = false;
    }
    types = Optional.of(types.isPresent() ? both(types.get(), named) : named);
  }

  /** The types that two lists have in common; each integer is a number. */
  private static Set<String> both(Set<String> one, Set<String> other) {
    Set<String> common = new LinkedHashSet<>();
    for (String type : one) {
      if (other.contains(type) || (type.equals("integer") && other.contains("number"))) {
        common.add(type);
      } else if (type.equals("number") && other.contains("integer")) {
        common.add("integer");
      }
    }
    return common;
  }

  private void properties(YamlNode value) {
    if (!(value instanceof Mapping mapping)) {
      isKnown = false;
      return;
    }
    for (Entry entry : mapping.entries()) {
      if (entry.key() instanceof Scalar name) {
        isKnown &= !name.text().equals("<<");
        properties.putIfAbsent(name.text(), new Property(name, entry.value()));
      }
    }
  }

  private void required(YamlNode value) {
    if (value instanceof Sequence list) {
      for (YamlNode item : list.items()) {
        if (item instanceof Scalar name) {
          required.putIfAbsent(name.text(), name);
        }
      }
    }
  }

  private static boolean isTrue(YamlNode value) {
    return value instanceof Scalar scalar
        && CoreSchema.type(scalar) == CoreSchema.Type.BOOLEAN
        && scalar.text().equalsIgnoreCase("true");
  }

  private static boolean isFalse(YamlNode value) {
    return value instanceof Scalar scalar
        && CoreSchema.type(scalar) == CoreSchema.Type.BOOLEAN
        && scalar.text().equalsIgnoreCase("false");
  }

  /** The mappings that it is made of: itself, what it refers to, the members of allOf. */
  public List<Mapping> parts() {
    return parts;
  }

  /** The types that all parts allow; nothing where none names any, empty where they contradict. */
  public Optional<Set<String>> types() {
    return types;
  }

  /** Whether every instance is of a type, beside null. */
  public boolean isOnly(String type) {
    if (types.isEmpty()) {
      return false;
    }
    Set<String> named = new HashSet<>(types.get());
    named.remove("null");
    return named.size() == 1 && named.contains(type);
  }

  /** Whether null is allowed, by {@code nullable} or among the types. */
  public boolean isNullable() {
    return isNullable || (types.isPresent() && types.get().contains("null"));
  }

  /** The properties that are defined, by name, in the order of the parts. */
  public Map<String, Property> properties() {
    return properties;
  }

  /** The names that every instance must have, with where they are called. */
  public Map<String, Scalar> required() {
    return required;
  }

  /** The lists of {@code oneOf} and {@code anyOf}; an instance meets a member of each. */
  public List<Sequence> alternatives() {
    return alternatives;
  }

  /** Whether some part forbids the properties that it does not name. */
  public boolean isClosed() {
    return isClosed;
  }

  /** Whether all of it was read: no reference leads elsewhere, and no alias or merge key adds. */
  public boolean isKnown() {
    return isKnown;
  }
}
