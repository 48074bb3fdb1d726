package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Optional;

/** A client that is not told of it takes a lapsed token for a failure of its own. */
@RuleInfo(
    id = "openapi/unauthorized-response-missing",
    title = "Secured operation documents no 401",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    fix = Safety.UNSAFE,
    aliases = {
      "vacuum:owasp-define-error-responses-401",
      "owasp:api8:2023-define-error-responses-401"
    })
public final class UnauthorizedResponseMissing extends OpenApiRule {

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    Missing missing = Missing.of(api, context);
    for (Answers each : missing.answers()) {
      if (!each.covers("401") && !Missing.describesNone(each)) {
        Optional<Called> called = missing.called().unauthorized(each);
        if (called.isPresent()) {
          context.report(missing.finding(each, called.get()));
        }
      }
    }
  }
}
