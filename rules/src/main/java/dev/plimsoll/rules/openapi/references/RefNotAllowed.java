package dev.plimsoll.rules.openapi.references;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.Reference;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;

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

  @Override
  public void reference(Reference reference, OpenApiDescription api, RuleContext context) {
    if (reference.isAllowed()) {
      return;
    }
    String address = reference.anchor().address();
    context.report(
        Finding.at(
            reference.anchor(),
            reference.target().slice(),
            "OpenAPI %s takes no $ref for %s: only tools that bundle files do",
            api.version().orElseThrow().id(),
            address.isEmpty()
                ? "a whole document"
                : address.substring(address.lastIndexOf('/') + 1).replace('|', '/')));
  }
}
