package dev.plimsoll.rules.openapi.security;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.NearestName;
import java.util.Optional;
import java.util.Set;

/** Clients and generators know how to use registered schemes only. */
@RuleInfo(
    id = "openapi/http-auth-scheme-unknown",
    title = "HTTP authentication scheme is not registered",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS)
public final class HttpAuthSchemeUnknown extends OpenApiRule {

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.SECURITY_SCHEME);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (!object.text("type").equals("http")) {
      return;
    }
    Optional<Scalar> scheme = object.scalar("scheme");
    if (scheme.isEmpty() || HttpAuthSchemes.isKnown(scheme.get().text())) {
      return;
    }
    Optional<String> meant = NearestName.of(scheme.get().text(), HttpAuthSchemes.USUAL);
    context.report(
        Finding.at(
            object.anchor().child("scheme"),
            scheme.get().slice(),
            "no HTTP authentication scheme is registered as %s%s",
            scheme.get().text().isEmpty() ? "an empty text" : scheme.get().text(),
            meant.isPresent() ? " (did you mean " + meant.get() + "?)" : ""));
  }
}
