package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;

/** What a library answers by default is text for people: a client can only compare sentences. */
@RuleInfo(
    id = "openapi/error-schema-framework-default",
    title = "Error schema is the framework's bare default",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    fix = Safety.UNSAFE)
public final class ErrorSchemaFrameworkDefault extends OpenApiRule {

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    for (Alike alike : ErrorSchemas.of(api).faulty(shape -> Framework.of(shape).isPresent())) {
      report(alike, api, context);
    }
  }

  private static void report(Alike alike, OpenApiDescription api, RuleContext context) {
    ErrorSchema first = alike.first();
    Framework framework = Framework.of(first.shape()).orElseThrow();
    Finding finding =
        Finding.at(
            first.object().anchor(),
            first.object().key(),
            "%s is the default of %s: %s; %s",
            alike.label(),
            framework.name(),
            first.listing(),
            framework.lack());
    context.report(
        framework.isExtensible()
            ? NewCode.offer(finding, alike, api)
            : NewCode.related(finding, alike));
  }
}
