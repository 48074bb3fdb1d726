package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;

/** The properties that a schema defines, or anything that it refers to or is composed of. */
final class DefinedNames {

  private static final int MOST_PARTS = 256;

  private final OpenApiDescription api;
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<Mapping> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<YamlNode> left = new ArrayDeque<>();
  private boolean isOpen;

  private DefinedNames(OpenApiDescription api) {
    this.api = api;
  }

  static DefinedNames of(Mapping schema, OpenApiDescription api) {
    DefinedNames defined = new DefinedNames(api);
    defined.left.add(schema);
    while (!defined.left.isEmpty() && !defined.isOpen) {
      defined.part(defined.left.removeFirst());
    }
    return defined;
  }

  /** The names, of all alternatives together. */
  Set<String> names() {
    return names;
  }

  /** Whether it takes others by design, or something of it is not known. */
  boolean isOpen() {
    return isOpen;
  }

  private void part(YamlNode node) {
    if (!(node instanceof Mapping mapping)) {
      boolean isTruth =
          node instanceof Scalar scalar && CoreSchema.type(scalar) == CoreSchema.Type.BOOLEAN;
      isOpen |= !isTruth;
      return;
    }
    if (!seen.add(mapping)) {
      return;
    }
    isOpen |= seen.size() > MOST_PARTS;
    for (Entry entry : mapping.entries()) {
      if (entry.key() instanceof Scalar key) {
        keyword(key.text(), entry.value());
      }
    }
  }

  private void keyword(String keyword, YamlNode value) {
    switch (keyword) {
      case "properties" -> properties(value);
      case "additionalProperties", "unevaluatedProperties" -> isOpen |= !isTruth(value, "false");
      case "patternProperties", "<<", "$dynamicRef", "$recursiveRef" -> isOpen = true;
      case "allOf", "anyOf", "oneOf" -> {
        if (value instanceof Sequence list) {
          left.addAll(list.items());
        } else {
          isOpen = true;
        }
      }
      case "if", "then", "else" -> left.add(value);
      case "dependentSchemas" -> {
        if (value instanceof Mapping map) {
          for (Entry entry : map.entries()) {
            left.add(entry.value());
          }
        }
      }
      case "$ref" -> {
        if (value instanceof Scalar text && api.find(text).isPresent()) {
          left.add(api.find(text).orElseThrow());
        } else {
          isOpen = true;
        }
      }
      default -> {}
    }
  }

  private void properties(YamlNode value) {
    if (!(value instanceof Mapping mapping)) {
      isOpen = true;
      return;
    }
    for (Entry entry : mapping.entries()) {
      if (entry.key() instanceof Scalar name) {
        // for a bundler to put in its place
        boolean isBundled = name.text().equals("$ref") && entry.value() instanceof Scalar;
        isOpen |= name.text().equals("<<") || isBundled;
        names.add(name.text());
      }
    }
  }

  private static boolean isTruth(YamlNode value, String word) {
    return value instanceof Scalar scalar
        && CoreSchema.type(scalar) == CoreSchema.Type.BOOLEAN
        && scalar.text().equalsIgnoreCase(word);
  }
}
