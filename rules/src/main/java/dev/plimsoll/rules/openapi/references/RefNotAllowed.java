package dev.plimsoll.rules.openapi.references;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.Reference;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tools that do not put files together by themselves read it as an object that lacks everything.
 */
@RuleInfo(
    id = "openapi/ref-not-allowed",
    title = "$ref stands where none is allowed",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    aliases = {"spectral:oas3-schema", "redocly:spec-strict-refs", "vacuum:path-item-refs"})
public final class RefNotAllowed extends OpenApiRule {

  /** Once a field: who bundles the files does so everywhere. */
  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    Map<String, List<Reference>> byField = new LinkedHashMap<>();
    for (Reference reference : api.references()) {
      if (!reference.isAllowed()) {
        String field = field(reference);
        List<Reference> there = byField.get(field);
        if (there == null) {
          there = new ArrayList<>();
          byField.put(field, there);
        }
        there.add(reference);
      }
    }
    for (Map.Entry<String, List<Reference>> field : byField.entrySet()) {
      Reference first = field.getValue().get(0);
      int others = field.getValue().size() - 1;
      context.report(
          Finding.at(
              first.anchor(),
              first.target().slice(),
              "OpenAPI %s takes no $ref for %s%s: only tools that bundle files do",
              api.version().orElseThrow().id(),
              field.getKey(),
              others == 0
                  ? ""
                  : ", here and in " + others + (others == 1 ? " other place" : " other places")));
    }
  }

  private static String field(Reference reference) {
    String address = reference.anchor().address();
    return address.isEmpty()
        ? "a whole document"
        : address.substring(address.lastIndexOf('/') + 1).replace('|', '/');
  }
}
