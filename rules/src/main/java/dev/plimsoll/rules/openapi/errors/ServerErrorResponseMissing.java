package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rules.openapi.operations.Operations;
import java.util.List;
import java.util.Optional;

/** Servers fail, and a client that is not told how cannot read what it gets then. */
@RuleInfo(
    id = "openapi/server-error-response-missing",
    title = "Operation documents neither a 5xx nor a default response",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    fix = Safety.UNSAFE,
    aliases = {
      "vacuum:owasp-define-error-responses-500",
      "owasp:api8:2023-define-error-responses-500",
      "zally:151"
    },
    options = ServerErrorResponseMissing.Options.class,
    fixOrder = 1) // behind those of the client's errors: a default hides that they are missing
public final class ServerErrorResponseMissing extends OpenApiRule {

  /** What the rule can be told. */
  public record Options(
      @Option(
              help = "the status that its fix writes; by default the one that most operations have",
              byDefault = "",
              pattern = "(500|503|default|)",
              form = "500, 503 or default")
          String status) {}

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    Optional<StandardError> status = StandardError.of(context.options(Options.class).status());
    Missing missing = Missing.of(api, context);
    for (Answers each : missing.answers()) {
      if (!each.hasErrorDefault() && !each.hasAnyOf('5') && !CalledErrors.isAside(each)) {
        context.report(
            missing.finding(
                each,
                List.of(status.isPresent() ? status.get() : missing.habits().serverError(each)),
                "%s documents neither a 5xx nor a default response",
                Operations.label(each.operation())));
      }
    }
  }
}
