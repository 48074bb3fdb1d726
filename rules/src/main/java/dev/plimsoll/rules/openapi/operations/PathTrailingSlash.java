package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Set;

/** Servers take a path with a slash behind it for another one, or send a redirect. */
@RuleInfo(
    id = "openapi/path-trailing-slash",
    title = "Path ends with a slash",
    severity = Severity.INFO,
    category = Category.MAINTAINABILITY,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:path-keys-no-trailing-slash",
      "vacuum:path-keys-no-trailing-slash",
      "redocly:no-path-trailing-slash",
      "zally:136"
    })
public final class PathTrailingSlash extends OpenApiRule {

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.PATH_ITEM);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (!Paths.isPath(object)) {
      return;
    }
    String path = object.name();
    if (path.length() > 1 && path.endsWith("/")) {
      Finding finding =
          Finding.at(object.anchor(), object.key(), "the path %s ends with a slash", path);
      context.report(Paths.renaming(finding, object, path.substring(0, path.length() - 1), api));
    }
  }
}
