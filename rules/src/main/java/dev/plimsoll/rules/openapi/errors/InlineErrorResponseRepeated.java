package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is written out again and again is changed in one place and forgotten in the others. */
@RuleInfo(
    id = "openapi/inline-error-response-repeated",
    title = "Same inline error response is repeated",
    severity = Severity.INFO,
    category = Category.MAINTAINABILITY,
    profile = Profile.STRICT,
    fix = Safety.SAFE,
    options = InlineErrorResponseRepeated.Options.class,
    fixOrder = -1) // before others write a response of the same name
public final class InlineErrorResponseRepeated extends OpenApiRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "how many copies are too many", byDefault = "2") int minCopies) {}

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    int least = Math.max(2, context.options(Options.class).minCopies());
    Missing missing = Missing.of(api, context);
    Map<String, List<ErrorResponse>> groups = new LinkedHashMap<>();
    for (ErrorResponse response : missing.errors()) {
      if (isInline(response.definition()) && hasSchema(response, api)) {
        String signature = Copy.signature(response.definition().node());
        groups.computeIfAbsent(signature, each -> new ArrayList<>()).add(response);
      }
    }
    for (Map.Entry<String, List<ErrorResponse>> group : groups.entrySet()) {
      Optional<OpenApiObject> shared = missing.hoisting().shared(group.getKey());
      if (group.getValue().size() + (shared.isPresent() ? 1 : 0) >= least) {
        report(group.getValue(), shared, missing, context);
      }
    }
  }

  private static boolean isInline(OpenApiObject response) {
    return response.parent().isPresent()
        && response.parent().get().kind() == ObjectKind.RESPONSES
        && response.find("<<").isEmpty();
  }

  /** Without one it says too little to be shared; another rule says that. */
  private static boolean hasSchema(ErrorResponse response, OpenApiDescription api) {
    for (Body body : Body.of(response.definition().node(), api)) {
      if (body.schema().isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static void report(
      List<ErrorResponse> copies,
      Optional<OpenApiObject> shared,
      Missing missing,
      RuleContext context) {
    OpenApiObject first = copies.get(0).definition();
    Finding finding =
        shared.isPresent()
            ? Finding.at(
                first.anchor(),
                first.key(),
                "%s is written out %s, and is the same as %s: refer to that",
                first.name(),
                copies.size() == 1 ? "here" : "in " + copies.size() + " operations",
                shared.get().name())
            : Finding.at(
                first.anchor(),
                first.key(),
                "%s is written out alike %s times: define it once, and refer to it",
                first.name(),
                copies.size());
    OpenApiObject other = shared.orElse(copies.get(copies.size() - 1).definition());
    Optional<Fix> fix = missing.hoisting().fix(copies, shared);
    Finding related = finding.related(other.key(), shared.isPresent() ? "the same" : "the last");
    context.report(fix.isPresent() ? related.withFix(fix.get()) : related);
  }
}
