package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rules.openapi.operations.Operations;
import java.util.List;
import java.util.Optional;

/** Wrong input is what clients get wrong most: they must know how they are told of it. */
@RuleInfo(
    id = "openapi/invalid-input-response-missing",
    title = "Operation with input documents no 400 or 422",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    confidence = Confidence.MEDIUM,
    fix = Safety.UNSAFE,
    aliases = {"vacuum:owasp-define-error-validation", "owasp:api8:2023-define-error-validation"},
    options = InvalidInputResponseMissing.Options.class)
public final class InvalidInputResponseMissing extends OpenApiRule {

  /** What the rule can be told. */
  public record Options(
      @Option(
              help = "the status that its fix writes; 0 for the one that most operations have",
              byDefault = "0")
          int status) {}

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    int status = context.options(Options.class).status();
    Missing missing = Missing.of(api, context);
    for (Answers each : missing.answers()) {
      if (!each.covers("400") && !each.covers("422") && !Missing.describesNone(each)) {
        Optional<Called> called = missing.called().invalidInput(each);
        if (called.isPresent()) {
          StandardError usual = called.get().error();
          context.report(
              missing.finding(
                  each,
                  List.of(StandardError.of(Integer.toString(status)).orElse(usual)),
                  "%s documents neither 400 nor 422, although %s",
                  Operations.label(each.operation()),
                  called.get().reason()));
        }
      }
    }
  }
}
