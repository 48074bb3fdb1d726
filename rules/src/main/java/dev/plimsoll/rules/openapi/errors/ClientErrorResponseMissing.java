package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.ArrayList;
import java.util.List;

/** What a client can do wrong, it must be able to learn before it does it. */
@RuleInfo(
    id = "openapi/client-error-response-missing",
    title = "Operation documents no client error",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    fix = Safety.UNSAFE,
    aliases = {
      "redocly:operation-4xx-response",
      "vacuum:operation-4xx-response",
      "vacuum:owasp-define-error-validation",
      "owasp:api8:2023-define-error-validation"
    },
    options = ClientErrorResponseMissing.Options.class)
public final class ClientErrorResponseMissing extends OpenApiRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "whether a default response for errors is enough", byDefault = "true")
          boolean acceptDefault,
      @Option(
              help = "methods of operations that need none",
              byDefault = {"options", "head", "trace"})
          List<String> skipMethods) {
    public Options {
      skipMethods = List.copyOf(skipMethods);
    }
  }

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    Options options = context.options(Options.class);
    Missing missing = Missing.of(api, context);
    for (Answers each : missing.answers()) {
      if (!each.hasAnyOf('4')
          && !(each.hasErrorDefault() && options.acceptDefault())
          && !options.skipMethods().contains(each.method())) {
        report(each, missing, context);
      }
    }
  }

  private static void report(Answers each, Missing missing, RuleContext context) {
    List<StandardError> errors = new ArrayList<>();
    StringBuilder reasons = new StringBuilder();
    for (Called called : missing.called().of(each)) {
      reasons.append(errors.isEmpty() ? ": " : ", ");
      reasons.append(called.error().status()).append(" as ").append(called.reason());
      errors.add(called.error());
    }
    String rest = each.hasErrorDefault() ? " but default" : "";
    if (errors.isEmpty() && !each.hasErrorDefault()) {
      rest = ", neither a 4xx nor a default";
    }
    context.report(
        missing.finding(
            each,
            missing.habits().clientErrors(each, errors),
            "no client error is documented%s",
            rest + reasons));
  }
}
