package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.parse.yaml.tree.CoreNumbers;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which schemas have values that come to an end: each has that needs no others, and each whose
 * needs are met by such. What is not seen is taken to be one.
 */
final class FiniteSchemas {

  private final OpenApiDescription api;
  private final IdentityHashMap<Mapping, Node> nodes = new IdentityHashMap<>();
  private final Deque<Node> left = new ArrayDeque<>();

  /** A schema: it is finite once all of its needs are met. */
  private static final class Node {
    private final Mapping schema;
    private final List<Need> waiting = new ArrayList<>();
    private List<Need> needs = List.of();
    private int unmet;
    private boolean isFinite;

    private Node(Mapping schema) {
      this.schema = schema;
    }
  }

  /** What a schema needs: one of some others. */
  private static final class Need {
    private final Node owner;
    private final List<SchemaEdge> choices;
    private boolean isMet;

    private Need(Node owner, List<SchemaEdge> choices) {
      this.owner = owner;
      this.choices = choices;
    }
  }

  FiniteSchemas(OpenApiDescription api) {
    this.api = api;
  }

  /** Takes a schema in, with all that it needs. */
  void add(Mapping schema) {
    node(schema);
    while (!left.isEmpty()) {
      Node node = left.removeFirst();
      node.needs = needs(node);
      node.unmet = node.needs.size();
      for (Need need : node.needs) {
        for (SchemaEdge choice : need.choices) {
          node(choice.to()).waiting.add(need);
        }
      }
    }
  }

  private Node node(Mapping schema) {
    Node known = nodes.get(schema);
    if (known != null) {
      return known;
    }
    Node node = new Node(schema);
    nodes.put(schema, node);
    left.add(node);
    return node;
  }

  /** Finds the finite ones, from those that need nothing on. */
  void settle() {
    Deque<Node> finite = new ArrayDeque<>();
    for (Node node : nodes.values()) {
      if (node.unmet == 0) {
        node.isFinite = true;
        finite.add(node);
      }
    }
    while (!finite.isEmpty()) {
      for (Need need : finite.removeFirst().waiting) {
        if (!need.isMet) {
          need.isMet = true;
          need.owner.unmet--;
          if (need.owner.unmet == 0) {
            need.owner.isFinite = true;
            finite.add(need.owner);
          }
        }
      }
    }
  }

  boolean isEndless(Mapping schema) {
    Node node = nodes.get(schema);
    return node != null && !node.isFinite;
  }

  /** What a schema needs, all choices together. */
  List<SchemaEdge> edges(Mapping schema) {
    List<SchemaEdge> edges = new ArrayList<>();
    Node node = nodes.get(schema);
    if (node != null) {
      for (Need need : node.needs) {
        edges.addAll(need.choices);
      }
    }
    return edges;
  }

  private List<Need> needs(Node node) {
    Mapping schema = node.schema;
    Optional<Entry> reference = schema.entry("$ref");
    List<SchemaEdge> all = new ArrayList<>();
    List<Need> needs = new ArrayList<>();
    if (reference.isPresent()) {
      SchemaEdge.addReference(reference.get().value(), api, all);
    }
    if ((reference.isEmpty() || api.hasJsonSchema()) && !isOptional(schema)) {
      for (Entry entry : schema.entries()) {
        if (entry.key() instanceof Scalar key) {
          keyword(key.text(), entry.value(), node, all, needs);
        }
      }
    }
    for (SchemaEdge edge : all) {
      needs.add(new Need(node, List.of(edge)));
    }
    return needs;
  }

  /** Whether other values are allowed, or the allowed ones are listed. */
  private static boolean isOptional(Mapping schema) {
    return schema.find("enum").isPresent()
        || schema.find("const").isPresent()
        || schema.find("<<").isPresent()
        || Keywords.isTrue(schema, "nullable")
        || Keywords.isTrue(schema, "x-nullable");
  }

  private static void keyword(
      String keyword, YamlNode value, Node node, List<SchemaEdge> all, List<Need> needs) {
    switch (keyword) {
      case "allOf" -> SchemaEdge.addAll(value, "", all);
      case "anyOf", "oneOf" -> {
        List<SchemaEdge> choices = new ArrayList<>();
        SchemaEdge.addAll(value, "", choices);
        boolean isWhole = value instanceof Sequence list && list.items().size() == choices.size();
        if (isWhole && !choices.isEmpty()) {
          needs.add(new Need(node, choices));
        }
      }
      case "properties" -> {
        if (value instanceof Mapping properties && isOnly(node.schema, "object")) {
          properties(properties, node.schema, all);
        }
      }
      case "items" -> {
        boolean isEmptyAllowed = node.schema.entry("minItems").isEmpty();
        if (!isEmptyAllowed && isOnly(node.schema, "array") && hasItem(node.schema)) {
          SchemaEdge.add(value, "items", all);
        }
      }
      default -> {}
    }
  }

  private static boolean hasItem(Mapping schema) {
    Optional<YamlNode> least = schema.find("minItems");
    return least.isPresent()
        && CoreNumbers.of(least.get()).isPresent()
        && CoreNumbers.of(least.get()).orElseThrow().signum() > 0
        && schema.find("prefixItems").isEmpty();
  }

  /** Whether no other type is named. */
  private static boolean isOnly(Mapping schema, String type) {
    List<String> types = Keywords.types(schema);
    return types.isEmpty()
        ? schema.find("type").isEmpty()
        : types.size() == 1 && types.get(0).equals(type);
  }

  private static void properties(Mapping properties, Mapping schema, List<SchemaEdge> all) {
    Optional<YamlNode> required = schema.find("required");
    if (required.isEmpty() || !(required.get() instanceof Sequence list)) {
      return;
    }
    Set<String> names = new HashSet<>();
    for (YamlNode item : list.items()) {
      if (item instanceof Scalar name) {
        names.add(name.text());
      }
    }
    for (Entry entry : properties.entries()) {
      if (entry.key() instanceof Scalar name && names.contains(name.text())) {
        SchemaEdge.add(entry.value(), name.text(), all);
      }
    }
  }
}
