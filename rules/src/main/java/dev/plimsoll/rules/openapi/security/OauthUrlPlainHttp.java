package dev.plimsoll.rules.openapi.security;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
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
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whoever listens on the way gets the codes and tokens that are handed over there. */
@RuleInfo(
    id = "openapi/oauth-url-plain-http",
    title = "OAuth URL is reached without TLS",
    severity = Severity.ERROR,
    category = Category.SECURITY,
    fix = Safety.UNSAFE,
    cwe = 319)
public final class OauthUrlPlainHttp extends OpenApiRule {

  /** Those of all versions; 2.0 has them in the scheme, 3.x in its flows. */
  private static final List<String> FIELDS =
      List.of(
          "authorizationUrl",
          "tokenUrl",
          "refreshUrl",
          "deviceAuthorizationUrl",
          "openIdConnectUrl",
          "oauth2MetadataUrl");

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.SECURITY_SCHEME, ObjectKind.OAUTH_FLOW);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    for (String field : FIELDS) {
      Optional<Scalar> url = object.scalar(field);
      if (url.isPresent()) {
        check(object, field, url.get(), context);
      }
    }
  }

  private static void check(OpenApiObject object, String field, Scalar url, RuleContext context) {
    Optional<PlainHttp> plain = PlainHttp.of(url.text());
    if (plain.isEmpty()) {
      return;
    }
    Slice place = plain.get().place(url.slice());
    Finding finding =
        Finding.at(
            object.anchor().child(field),
            place,
            "%s is reached without TLS: whoever listens on the way to %s gets the tokens",
            field,
            plain.get().host());
    if (!plain.get().hasPort() && !place.equals(url.slice())) {
      finding =
          finding.withFix(
              Fix.unsafe("Write https", Edit.replace(place, plain.get().secure()))
                  .changing(object.anchor().child(field)));
    }
    context.report(finding);
  }
}
