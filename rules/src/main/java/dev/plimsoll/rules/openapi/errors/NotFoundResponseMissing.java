package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Optional;

/** What was asked for is gone more often than a server fails: a client must know how that looks. */
@RuleInfo(
    id = "openapi/not-found-response-missing",
    title = "Operation on a templated path documents no 404",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    confidence = Confidence.MEDIUM,
    fix = Safety.UNSAFE)
public final class NotFoundResponseMissing extends OpenApiRule {

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    Missing missing = Missing.of(api, context);
    for (Answers each : missing.answers()) {
      if (!each.covers("404") && !each.statuses().contains("410") && !Missing.describesNone(each)) {
        Optional<Called> called = missing.called().notFound(each);
        if (called.isPresent()) {
          context.report(missing.finding(each, called.get()));
        }
      }
    }
  }
}
