package dev.plimsoll.rules.openapi.security;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.SecuritySchemes;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.List;

/** Nothing tells callers how to prove who they are, or that they need not. */
@RuleInfo(
    id = "openapi/security-schemes-missing",
    title = "No security scheme is defined",
    severity = Severity.INFO,
    category = Category.SECURITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    aliases = "zally:104")
public final class SecuritySchemesMissing extends OpenApiRule {

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    if (api.objects().isEmpty() || !SecuritySchemes.of(api).areNone()) {
      return;
    }
    for (OpenApiObject requirement : api.objects(ObjectKind.SECURITY_REQUIREMENT)) {
      if (!requirement.node().entries().isEmpty()) {
        return; // what it asks for is undefined, which is the graver fault
      }
    }
    int operations = 0;
    for (OpenApiObject operation : api.objects(ObjectKind.OPERATION)) {
      boolean isOpen =
          OpenOperations.isServed(operation) && !PublicPaths.hold(operation, List.of());
      operations += isOpen ? 1 : 0;
    }
    if (operations > 0) {
      OpenApiObject document = api.objects().get(0);
      context.report(
          Finding.at(
              document.anchor(),
              document.key(),
              "no security scheme tells how callers prove who they are"));
    }
  }
}
