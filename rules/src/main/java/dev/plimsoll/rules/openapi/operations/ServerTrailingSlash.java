package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Optional;
import java.util.Set;

/**
 * A path begins with a slash: behind another one it is no longer the path that the server knows.
 */
@RuleInfo(
    id = "openapi/server-trailing-slash",
    title = "Server URL ends with a slash",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:oas2-host-trailing-slash",
      "vacuum:oas2-host-trailing-slash",
      "spectral:oas3-server-trailing-slash",
      "vacuum:oas3-server-trailing-slash",
      "redocly:no-server-trailing-slash"
    })
public final class ServerTrailingSlash extends OpenApiRule {

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.SERVER, ObjectKind.DOCUMENT);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (object.kind() == ObjectKind.SERVER) {
      check("url", object, context);
    } else if (object.kind() == ObjectKind.DOCUMENT
        && api.version().orElseThrow() == OpenApiVersion.V2_0) {
      check("host", object, context);
      check("basePath", object, context);
    }
  }

  private static void check(String field, OpenApiObject object, RuleContext context) {
    Optional<Scalar> url = object.scalar(field);
    if (url.isEmpty() || !url.get().text().endsWith("/")) {
      return;
    }
    String text = url.get().text();
    String bare = text;
    while (bare.endsWith("/")) {
      bare = bare.substring(0, bare.length() - 1);
    }
    if (bare.isEmpty() || bare.endsWith(":") || bare.indexOf('?') >= 0 || bare.indexOf('#') >= 0) {
      return; // the root of the host, or no URL that a path stands behind
    }
    context.report(
        Finding.at(
                object.anchor().child(field),
                url.get().slice(),
                "%s ends with a slash, and each path begins with one",
                text)
            .withFix(
                Fix.unsafe("Write " + bare, Edit.replaceWord(url.get().slice(), bare))
                    .changing(object.anchor().child(field))));
  }
}
