package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** To judge a value by it, it must first be judged by it: validators never end. */
@RuleInfo(
    id = "openapi/schema-includes-itself",
    title = "Schema is composed of itself",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    aliases = "vacuum:circular-references")
public final class SchemaIncludesItself extends OpenApiRule {

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    Search search = new Search(api);
    for (OpenApiObject object : api.objects(ObjectKind.SCHEMA)) {
      search.from(object.node());
    }
    for (CycleSearch.Cycle cycle : search.cycles()) {
      context.report(cycle.finding("%s is composed of itself, through %s", ", ", api));
    }
  }

  /** Along what judges the same value. */
  private static final class Search extends CycleSearch {
    private final OpenApiDescription api;

    private Search(OpenApiDescription api) {
      this.api = api;
    }

    @Override
    List<SchemaEdge> edges(Mapping schema) {
      List<SchemaEdge> edges = List.of();
      Optional<Entry> reference = schema.entry("$ref");
      if (reference.isPresent()) {
        edges = new ArrayList<>();
        SchemaEdge.addReference(reference.get().value(), api, edges);
        if (!api.hasJsonSchema()) {
          return edges;
        }
      }
      for (Entry entry : schema.entries()) {
        String keyword = entry.key() instanceof Scalar key ? key.text() : "";
        switch (keyword) {
          case "allOf", "anyOf", "oneOf" -> {
            edges = edges.isEmpty() ? new ArrayList<>() : edges;
            SchemaEdge.addAll(entry.value(), keyword, edges);
          }
          case "not", "if", "then", "else" -> {
            edges = edges.isEmpty() ? new ArrayList<>() : edges;
            SchemaEdge.add(entry.value(), keyword, edges);
          }
          default -> {}
        }
      }
      return edges;
    }
  }
}
