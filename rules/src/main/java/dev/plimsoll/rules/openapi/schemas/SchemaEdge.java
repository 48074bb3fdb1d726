package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.List;
import java.util.Optional;

/**
 * That a schema needs another one.
 *
 * @param label the keyword or property through which; empty for a reference
 * @param place the text of the reference, or what stands there
 */
record SchemaEdge(Mapping to, String label, YamlNode place) {

  /** Adds the one to where a reference leads; nothing where that is not read. */
  static void addReference(YamlNode target, OpenApiDescription api, List<SchemaEdge> edges) {
    Optional<YamlNode> found = target instanceof Scalar text ? api.find(text) : Optional.empty();
    if (found.isPresent() && found.get() instanceof Mapping mapping) {
      edges.add(new SchemaEdge(mapping, "", target));
    }
  }

  /** Adds the one to a schema that stands there. */
  static void add(YamlNode schema, String label, List<SchemaEdge> edges) {
    if (schema instanceof Mapping mapping) {
      edges.add(new SchemaEdge(mapping, label, schema));
    }
  }

  /** Adds those to the schemas of a list. */
  static void addAll(YamlNode schemas, String label, List<SchemaEdge> edges) {
    if (schemas instanceof Sequence list) {
      for (YamlNode schema : list.items()) {
        add(schema, label, edges);
      }
    }
  }
}
