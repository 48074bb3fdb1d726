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

/** Logs, histories and proxies keep URLs, and with them the key. */
@RuleInfo(
    id = "openapi/api-key-in-url",
    title = "API key is passed in the URL",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    aliases = {"vacuum:owasp-no-api-keys-in-url", "owasp:api2:2023-no-api-keys-in-url"},
    cwe = 598)
public final class ApiKeyInUrl extends OpenApiRule {

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.SECURITY_SCHEME);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (!object.text("type").equals("apiKey")) {
      return;
    }
    Optional<Scalar> in = object.scalar("in");
    if (in.isPresent() && (in.get().text().equals("query") || in.get().text().equals("path"))) {
      String name = object.text("name");
      context.report(
          Finding.at(
              object.anchor().child("in"),
              in.get().slice(),
              "the key %s is sent in the URL, which logs and browsers keep: send it in a header",
              name.isEmpty() ? object.name() : name));
    }
  }
}
