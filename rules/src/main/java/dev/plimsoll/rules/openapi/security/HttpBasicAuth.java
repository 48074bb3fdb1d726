package dev.plimsoll.rules.openapi.security;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Optional;
import java.util.Set;

/** A password that is sent with each request is as good as that of the weakest client. */
@RuleInfo(
    id = "openapi/http-basic-auth",
    title = "HTTP Basic sends the password with each request",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    profile = Profile.STRICT,
    aliases = {"vacuum:owasp-no-http-basic", "owasp:api2:2023-no-http-basic", "zally:104"},
    cwe = 522)
public final class HttpBasicAuth extends OpenApiRule {

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.SECURITY_SCHEME);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    String type = object.text("type"); // 2.0 has a type of its own for it
    String field = type.equals("http") ? "scheme" : "type";
    Optional<Scalar> value = object.scalar(field);
    if (value.isPresent() && value.get().text().equalsIgnoreCase("basic")) {
      context.report(
          Finding.at(
              object.anchor().child(field),
              value.get().slice(),
              "%s sends the password with each request: use tokens that expire",
              object.name()));
    }
  }
}
