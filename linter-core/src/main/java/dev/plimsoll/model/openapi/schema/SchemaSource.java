package dev.plimsoll.model.openapi.schema;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** Where schemas are looked up; what is costly is done once. */
final class SchemaSource {

  private static final int FEW = 12;

  /** Many times what all examples of the largest real files take. */
  private static final int MOST_STEPS = 2_000_000;

  private final OpenApiDescription api;
  private final IdentityHashMap<YamlNode, Optional<YamlNode>> targets = new IdentityHashMap<>();
  private final IdentityHashMap<YamlNode, Optional<EcmaPattern>> patterns = new IdentityHashMap<>();
  private final IdentityHashMap<YamlNode, Map<String, YamlNode>> indexes = new IdentityHashMap<>();

  private int steps;

  SchemaSource(OpenApiDescription api) {
    this.api = api;
  }

  /** Whether one more value may be judged by one more schema. */
  boolean takeStep() {
    steps++;
    return steps <= MOST_STEPS;
  }

  boolean hasJsonSchema() {
    return api.hasJsonSchema();
  }

  /** Whether it is one of Swagger 2.0, which knows few keywords. */
  boolean isSwagger() {
    return api.version().equals(Optional.of(OpenApiVersion.V2_0));
  }

  /** Whether an error hides a part of a value. */
  boolean isCut(YamlNode value) {
    return api.file(value.slice()).yaml().isCut(value);
  }

  /** What a reference leads to. */
  Optional<YamlNode> target(YamlNode reference) {
    Optional<YamlNode> known = targets.get(reference);
    if (known == null) {
      known = reference instanceof Scalar scalar ? api.find(scalar) : Optional.empty();
      targets.put(reference, known);
    }
    return known;
  }

  /** The regular expression that a node is. */
  Optional<EcmaPattern> pattern(YamlNode node) {
    Optional<EcmaPattern> known = patterns.get(node);
    if (known == null) {
      known = node instanceof Scalar scalar ? EcmaPattern.of(scalar.text()) : Optional.empty();
      patterns.put(node, known);
    }
    return known;
  }

  /** The same as {@link Mapping#find}, and fast. */
  Optional<YamlNode> find(Mapping mapping, String key) {
    if (mapping.entries().size() <= FEW) {
      return mapping.find(key);
    }
    Map<String, YamlNode> index = indexes.get(mapping);
    if (index == null) {
      index = new HashMap<>();
      for (Entry entry : mapping.entries()) {
        if (entry.key() instanceof Scalar name) {
          index.putIfAbsent(name.text(), entry.value());
        }
      }
      indexes.put(mapping, index);
    }
    return Optional.ofNullable(index.get(key));
  }
}
