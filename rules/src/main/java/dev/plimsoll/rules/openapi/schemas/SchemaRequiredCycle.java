package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.ArrayList;
import java.util.List;

/** A value of it would have to be endless: nobody can send one. */
@RuleInfo(
    id = "openapi/schema-required-cycle",
    title = "Required properties form an endless cycle",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    aliases = "vacuum:circular-references")
public final class SchemaRequiredCycle extends OpenApiRule {

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    FiniteSchemas finite = new FiniteSchemas(api);
    for (OpenApiObject object : api.objects(ObjectKind.SCHEMA)) {
      finite.add(object.node());
    }
    finite.settle();
    Search search = new Search(finite);
    for (OpenApiObject object : api.objects(ObjectKind.SCHEMA)) {
      if (finite.isEndless(object.node())) {
        search.from(object.node());
      }
    }
    for (CycleSearch.Cycle cycle : search.cycles()) {
      context.report(
          cycle.finding(
              "no value of %s comes to an end: %s must be there, and leads back to it",
              " > ", api));
    }
  }

  /** Along what must be there, where it has no end. */
  private static final class Search extends CycleSearch {
    private final FiniteSchemas finite;

    private Search(FiniteSchemas finite) {
      this.finite = finite;
    }

    @Override
    List<SchemaEdge> edges(Mapping schema) {
      List<SchemaEdge> endless = new ArrayList<>();
      for (SchemaEdge edge : finite.edges(schema)) {
        if (finite.isEndless(edge.to())) {
          endless.add(edge);
        }
      }
      return endless;
    }
  }
}
