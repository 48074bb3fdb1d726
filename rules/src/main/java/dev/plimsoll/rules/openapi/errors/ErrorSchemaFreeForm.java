package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.List;
import java.util.Optional;

/** Nobody can write code against an error of which nothing is known but that it is an object. */
@RuleInfo(
    id = "openapi/error-schema-free-form",
    title = "Error schema names no property",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    fix = Safety.UNSAFE)
public final class ErrorSchemaFreeForm extends OpenApiRule {

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    List<Alike> faulty = ErrorSchemas.of(api).faulty(ErrorShape::isFreeForm);
    if (faulty.isEmpty()) {
      return;
    }
    NewModel model = new NewModel(api);
    for (Alike alike : faulty) {
      ErrorSchema first = alike.first();
      Finding finding =
          NewCode.related(
              Finding.at(
                  first.object().anchor(),
                  first.object().key(),
                  "%s names no property: nothing is known of the error but that it is %s",
                  alike.label(),
                  first.shape().types().isEmpty() ? "JSON" : "an object"),
              alike);
      Optional<Fix> fix = model.fix(alike);
      context.report(fix.isEmpty() ? finding : finding.withFix(fix.get()));
    }
  }
}
