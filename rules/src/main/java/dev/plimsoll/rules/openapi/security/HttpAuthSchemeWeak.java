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
import java.util.Optional;
import java.util.Set;

/** It rests on broken hashes, or ties a connection to a user whoever sends on it. */
@RuleInfo(
    id = "openapi/http-auth-scheme-weak",
    title = "HTTP authentication scheme is obsolete",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    aliases = {
      "vacuum:owasp-auth-insecure-schemes",
      "owasp:api2:2023-auth-insecure-schemes",
      "zally:104"
    },
    cwe = 1390)
public final class HttpAuthSchemeWeak extends OpenApiRule {

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
    if (scheme.isPresent() && HttpAuthSchemes.isWeak(scheme.get().text())) {
      context.report(
          Finding.at(
              object.anchor().child("scheme"),
              scheme.get().slice(),
              "authentication by HTTP %s is obsolete: use bearer tokens over TLS",
              scheme.get().text()));
    }
  }
}
