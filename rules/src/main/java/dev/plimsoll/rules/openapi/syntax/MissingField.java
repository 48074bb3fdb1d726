package dev.plimsoll.rules.openapi.syntax;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.StructureFault;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;

/** Tools that read a document by its version refuse it, or guess. */
@RuleInfo(
    id = "openapi/missing-field",
    title = "Required field is missing",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    aliases = {
      "spectral:oas2-schema",
      "spectral:oas3-schema",
      "redocly:struct",
      "vacuum:oas2-schema",
      "vacuum:oas3-schema",
      "zally:101"
    })
public final class MissingField extends OpenApiRule {

  @Override
  public void fault(StructureFault fault, OpenApiDescription api, RuleContext context) {
    if (fault.kind() == StructureFault.Kind.MISSING_FIELD && !NamedElsewhere.is(fault)) {
      context.report(
          Finding.at(fault.anchor(), fault.place(), "%s lacks %s", fault.label(), fault.field()));
    }
  }
}
