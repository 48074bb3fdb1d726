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
    List<String> reasons = new ArrayList<>();
    for (Called called : missing.called().of(each)) {
      reasons.add(called.reason() + " (" + called.error().status() + ")");
      errors.add(called.error());
    }
    String lacking = each.hasErrorDefault() ? "no client error but a default" : "no client error";
    String why = "";
    if (!errors.isEmpty()) {
      why = ", although " + listed(reasons);
    } else if (!each.hasErrorDefault()) {
      lacking = "neither a 4xx nor a default response";
    }
    context.report(
        missing.finding(
            each,
            missing.habits().clientErrors(each, errors),
            "%s documents %s%s",
            Operations.label(each.operation()),
            lacking,
            why));
  }

  private static String listed(List<String> reasons) {
    int last = reasons.size() - 1;
    return last == 0
        ? reasons.get(0)
        : String.join(", ", reasons.subList(0, last)) + " and " + reasons.get(last);
  }
}
