package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rules.openapi.operations.Operations;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/** A client that does not expect to be slowed down tries again at once, and makes it worse. */
@RuleInfo(
    id = "openapi/too-many-requests-response-missing",
    title = "Operation of a rate-limited API documents no 429",
    severity = Severity.INFO,
    category = Category.RELIABILITY,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    aliases = {
      "vacuum:owasp-define-error-responses-429",
      "owasp:api4:2023-rate-limit-responses-429"
    },
    options = TooManyRequestsResponseMissing.Options.class)
public final class TooManyRequestsResponseMissing extends OpenApiRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "whether APIs that tell of no limits need a 429 too", byDefault = "false")
          boolean always) {}

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    boolean always = context.options(Options.class).always();
    Missing missing = Missing.of(api, context);
    RateLimits limits = missing.called().limits();
    if (!limits.isTold() && !always) {
      return;
    }
    String reason = limits.isTold() ? ", although " + limits.reason() : "";
    for (Answers each : missing.answers()) {
      if (!each.covers("429") && !Missing.describesNone(each) && !CalledErrors.isAside(each)) {
        Finding finding =
            missing.finding(
                each,
                List.of(StandardError.TOO_MANY_REQUESTS),
                "%s documents no 429%s",
                Operations.label(each.operation()),
                reason);
        Optional<Slice> place = limits.place();
        context.report(place.isPresent() ? finding.related(place.get(), "the header") : finding);
      }
    }
  }
}
