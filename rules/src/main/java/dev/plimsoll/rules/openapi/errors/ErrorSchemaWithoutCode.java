package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.List;

/** Without one a client can only compare sentences, which the next release may word otherwise. */
@RuleInfo(
    id = "openapi/error-schema-without-code",
    title = "Error schema has no machine-readable code",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    fix = Safety.UNSAFE,
    options = ErrorSchemaWithoutCode.Options.class)
public final class ErrorSchemaWithoutCode extends OpenApiRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "members that count as a code, beside code, type, reason and the like")
          List<String> names) {}

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    ErrorMembers members = new ErrorMembers(context.options(Options.class).names());
    for (Alike alike :
        ErrorSchemas.of(api)
            .faulty(shape -> ErrorMembers.isChosen(shape) && !members.hasCode(shape))) {
      report(alike, api, context);
    }
  }

  private static void report(Alike alike, OpenApiDescription api, RuleContext context) {
    ErrorSchema first = alike.first();
    Finding finding =
        Finding.at(
            first.object().anchor(),
            first.object().key(),
            "%s has no code a client can rely on, only %s",
            alike.label(),
            first.listing());
    context.report(NewCode.offer(finding, alike, api));
  }
}
