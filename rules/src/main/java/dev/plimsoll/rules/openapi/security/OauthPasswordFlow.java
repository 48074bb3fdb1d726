package dev.plimsoll.rules.openapi.security;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.OpenApiVersion;
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

/** Clients see the passwords of users, and no second factor is asked for. */
@RuleInfo(
    id = "openapi/oauth-password-flow",
    title = "OAuth password flow is offered",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    profile = Profile.STRICT)
public final class OauthPasswordFlow extends OpenApiRule {

  private static final String MESSAGE =
      "the password flow shows clients the passwords of users: use %s with PKCE";

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.SECURITY_SCHEME, ObjectKind.OAUTH_FLOW);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (object.kind() == ObjectKind.OAUTH_FLOW && object.name().equals("password")) {
      context.report(Finding.at(object.anchor(), object.key(), MESSAGE, "authorizationCode"));
    } else if (object.kind() == ObjectKind.SECURITY_SCHEME
        && api.version().orElseThrow() == OpenApiVersion.V2_0) {
      Optional<Scalar> flow = object.scalar("flow");
      if (flow.isPresent() && flow.get().text().equals("password")) {
        context.report(
            Finding.at(object.anchor().child("flow"), flow.get().slice(), MESSAGE, "accessCode"));
      }
    }
  }
}
