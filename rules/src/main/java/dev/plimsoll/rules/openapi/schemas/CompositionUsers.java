package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** The schemas that are composed of another one by a reference to it. */
final class CompositionUsers {

  private final IdentityHashMap<Mapping, List<OpenApiObject>> users = new IdentityHashMap<>();

  private CompositionUsers() {}

  static CompositionUsers of(OpenApiDescription api) {
    CompositionUsers all = new CompositionUsers();
    for (OpenApiObject object : api.objects(ObjectKind.SCHEMA)) {
      all.add(object, api);
    }
    return all;
  }

  private void add(OpenApiObject schema, OpenApiDescription api) {
    for (Entry entry : schema.node().entries()) {
      String keyword = entry.key() instanceof Scalar key ? key.text() : "";
      switch (keyword) {
        case "allOf", "anyOf", "oneOf" -> {
          if (entry.value() instanceof Sequence list) {
            for (YamlNode member : list.items()) {
              member(member, schema, api);
            }
          }
        }
        case "if", "then", "else", "not" -> member(entry.value(), schema, api);
        case "$ref" -> target(entry.value(), schema, api);
        default -> {}
      }
    }
  }

  private void member(YamlNode member, OpenApiObject schema, OpenApiDescription api) {
    if (member instanceof Mapping mapping) {
      Optional<YamlNode> reference = mapping.find("$ref");
      if (reference.isPresent()) {
        target(reference.get(), schema, api);
      }
    }
  }

  private void target(YamlNode reference, OpenApiObject schema, OpenApiDescription api) {
    Optional<YamlNode> found = reference instanceof Scalar text ? api.find(text) : Optional.empty();
    if (found.isPresent() && found.get() instanceof Mapping mapping) {
      List<OpenApiObject> known = users.get(mapping);
      if (known == null) {
        known = new ArrayList<>();
        users.put(mapping, known);
      }
      known.add(schema);
    }
  }

  /** Those composed of a schema, directly. */
  List<OpenApiObject> of(Mapping schema) {
    return users.getOrDefault(schema, List.of());
  }
}
