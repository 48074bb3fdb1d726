package dev.plimsoll.model.openapi.schema;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether any of the schemas that are said of one object declares a property. */
final class SchemaFamily {

  private static final int MOST = 300;
  private static final int FARTHEST = 16;

  private final String name;
  private final SchemaSource source;
  private final Set<YamlNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<YamlNode> declared = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private boolean isKnown = true;
  private boolean isAdditional;
  private boolean isDiscriminated;

  SchemaFamily(String name, SchemaSource source) {
    this.name = name;
    this.source = source;
  }

  /** Looks at a schema, and at all that it is made of. */
  void add(YamlNode schema) {
    if (!(schema instanceof Mapping mapping) || !seen.add(schema)) {
      return;
    }
    if (seen.size() > MOST) {
      isKnown = false;
      return;
    }
    for (Entry entry : mapping.entries()) {
      if (entry.key() instanceof Scalar key) {
        keyword(key.text(), entry.value());
      }
    }
  }

  private void keyword(String keyword, YamlNode operand) {
    switch (keyword) {
      case "$ref" -> {
        Optional<YamlNode> target = source.target(operand);
        isKnown &= target.isPresent();
        if (target.isPresent()) {
          add(target.get());
        }
      }
      case "properties" -> {
        isKnown &= operand instanceof Mapping;
        if (operand instanceof Mapping map) {
          addDeclared(map);
        }
      }
      case "allOf", "anyOf", "oneOf" -> addEach(operand);
      case "if", "then", "else" -> add(operand);
      case "dependentSchemas" -> addValues(operand);
      case "additionalProperties" -> isAdditional |= !JsonValue.isTruth(operand, false);
      case "discriminator" -> isDiscriminated = true;
      case "<<", "patternProperties", "$dynamicRef", "$recursiveRef" -> isKnown = false;
      default -> {}
    }
  }

  private void addEach(YamlNode operand) {
    isKnown &= operand instanceof Sequence;
    if (operand instanceof Sequence list) {
      for (YamlNode item : list.items()) {
        add(item);
      }
    }
  }

  private void addValues(YamlNode operand) {
    isKnown &= operand instanceof Mapping;
    if (operand instanceof Mapping map) {
      for (Entry entry : map.entries()) {
        add(entry.value());
      }
    }
  }

  /** Looks at the keyword {@code properties} of a schema. */
  void addDeclared(Mapping properties) {
    Optional<YamlNode> property = source.find(properties, name);
    isKnown &= JsonValue.isKnown(properties);
    if (property.isPresent()) {
      declared.add(property.get());
    }
    for (Entry entry : properties.entries()) {
      if (entry.key() instanceof Scalar key) {
        names.add(key.text());
      }
    }
  }

  /** Whether all of it was read. */
  boolean isKnown() {
    return isKnown;
  }

  boolean isDeclared() {
    return !declared.isEmpty() || isAdditional;
  }

  /** Whether there are kinds of it that may have more. */
  boolean isDiscriminated() {
    return isDiscriminated;
  }

  /** The properties that it saw. */
  List<String> names() {
    return names;
  }

  /** Whether the property is not there in one direction. */
  boolean isExcused(Direction direction) {
    for (YamlNode schema : declared) {
      if ((direction.excuses("readOnly") && isMarked(schema, "readOnly", 0))
          || (direction.excuses("writeOnly") && isMarked(schema, "writeOnly", 0))) {
        return true;
      }
    }
    return false;
  }

  private boolean isMarked(YamlNode schema, String keyword, int distance) {
    if (!(schema instanceof Mapping mapping) || distance > FARTHEST) {
      return false;
    }
    Optional<YamlNode> mark = mapping.find(keyword);
    if (mark.isPresent() && JsonValue.isTruth(mark.get(), true)) {
      return true;
    }
    Optional<YamlNode> reference = mapping.find("$ref");
    if (reference.isPresent()) {
      Optional<YamlNode> target = source.target(reference.get());
      return target.isPresent() && isMarked(target.get(), keyword, distance + 1);
    }
    Optional<YamlNode> all = mapping.find("allOf");
    if (all.isPresent() && all.get() instanceof Sequence list) {
      for (YamlNode item : list.items()) {
        if (isMarked(item, keyword, distance + 1)) {
          return true;
        }
      }
    }
    return false;
  }
}
