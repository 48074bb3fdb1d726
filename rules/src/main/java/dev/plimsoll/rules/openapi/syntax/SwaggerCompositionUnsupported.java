package dev.plimsoll.rules.openapi.syntax;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.StructureFault;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;

/** Tools for Swagger read past them: the schema then allows anything. */
@RuleInfo(
    id = "openapi/swagger-composition-unsupported",
    title = "anyOf, oneOf or not is unknown to Swagger",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    aliases = {
      "spectral:oas2-anyOf",
      "vacuum:oas2-anyOf",
      "spectral:oas2-oneOf",
      "vacuum:oas2-oneOf",
      "spectral:oas2-schema",
      "redocly:struct",
      "vacuum:oas2-schema",
      "zally:101"
    })
public final class SwaggerCompositionUnsupported extends OpenApiRule {

  @Override
  public void fault(StructureFault fault, OpenApiDescription api, RuleContext context) {
    if (fault.kind() == StructureFault.Kind.UNKNOWN_FIELD && NamedElsewhere.isComposition(fault)) {
      context.report(
          Finding.at(
              fault.anchor(),
              fault.place(),
              "Swagger 2.0 has no %s: only allOf puts schemas together",
              fault.field()));
    }
  }
}
