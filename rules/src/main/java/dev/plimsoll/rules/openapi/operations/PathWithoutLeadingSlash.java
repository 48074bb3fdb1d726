package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Set;

/** A path is put behind the URL of a server, which ends without a slash. */
@RuleInfo(
    id = "openapi/path-without-leading-slash",
    title = "Path does not start with a slash",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:oas2-schema",
      "spectral:oas3-schema",
      "redocly:struct",
      "vacuum:oas2-schema",
      "vacuum:oas3-schema",
      "zally:101"
    })
public final class PathWithoutLeadingSlash extends OpenApiRule {

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
    if (!path.startsWith("/")) {
      Finding finding =
          Finding.at(
              object.anchor(), object.key(), "the path %s does not begin with a slash", path);
      context.report(Paths.renaming(finding, object, "/" + path, api));
    }
  }
}
