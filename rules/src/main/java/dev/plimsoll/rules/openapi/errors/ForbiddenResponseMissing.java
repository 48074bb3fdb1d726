package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Optional;

/**
 * Who may log in may not do everything: a client that is not told of 403 logs in again and again.
 */
@RuleInfo(
    id = "openapi/forbidden-response-missing",
    title = "Operation that needs scopes documents no 403",
    severity = Severity.INFO,
    category = Category.RELIABILITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    options = ForbiddenResponseMissing.Options.class)
public final class ForbiddenResponseMissing extends OpenApiRule {

  /** What the rule can be told. */
  public record Options(
      @Option(
              help = "whether secured operations that name no scope need a 403 too",
              byDefault = "false")
          boolean withoutScopes) {}

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    CalledErrors.Scopes scopes =
        context.options(Options.class).withoutScopes()
            ? CalledErrors.Scopes.ANY
            : CalledErrors.Scopes.NAMED;
    Missing missing = Missing.of(api, context);
    for (Answers each : missing.answers()) {
      if (!each.covers("403") && !Missing.describesNone(each)) {
        Optional<Called> called = missing.called().forbidden(each, scopes);
        if (called.isPresent()) {
          context.report(missing.finding(each, called.get()));
        }
      }
    }
  }
}
