package dev.plimsoll.rules.openapi.syntax;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.StructureFault;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;

/** A value of another type is refused, or read as something else, by each tool in its own way. */
@RuleInfo(
    id = "openapi/wrong-type",
    title = "Value has the wrong type",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:oas2-schema",
      "spectral:oas3-schema",
      "redocly:struct",
      "vacuum:oas2-schema",
      "vacuum:oas3-schema",
      "zally:101"
    })
public final class WrongType extends OpenApiRule {

  @Override
  public void fault(StructureFault fault, OpenApiDescription api, RuleContext context) {
    if (fault.kind() != StructureFault.Kind.WRONG_TYPE || NamedElsewhere.is(fault)) {
      return;
    }
    String expected = fault.expected().get(0);
    Finding finding =
        Finding.at(
            fault.anchor(),
            fault.place(),
            "%s is %s and must be %s",
            fault.field(),
            fault.actual(),
            expected);
    if (expected.equals("a text") && fault.isNumberOrTruth()) {
      Edit edit = Edit.replace(fault.place(), '"' + fault.place().text() + '"');
      finding = finding.withFix(Fix.unsafe("Put it in quotes", edit).changing(fault.anchor()));
    }
    context.report(finding);
  }
}
