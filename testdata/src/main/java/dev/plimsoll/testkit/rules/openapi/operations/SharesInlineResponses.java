package dev.plimsoll.testkit.rules.openapi.operations;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;

/** Its fix puts the component Shared for each response of an operation, whatever either says. */
@RuleInfo(
    id = "openapi/shares-inline-responses",
    title = "Saboteur: shares-inline-responses",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.SAFE)
public final class SharesInlineResponses extends OpenApiRule {

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (object.kind() != ObjectKind.RESPONSE || object.name().equals("Shared")) {
      return;
    }
    Edit edit = Edit.replace(object.node().slice(), "{$ref: \"#/components/responses/Shared\"}");
    context.report(
        Finding.at(object.anchor(), object.key(), "inline")
            .withFix(
                Fix.safe("Share it", edit)
                    .declaring(
                        ModelChange.of(
                            ModelChange.Kind.SHARING, api.file(object).name(), object.anchor()))));
  }
}
