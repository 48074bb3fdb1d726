package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.PathTemplate;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Set;

/** No value can be put in where a variable has no name or no end. */
@RuleInfo(
    id = "openapi/path-template-malformed",
    title = "Path template is empty or unbalanced",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    aliases = {
      "spectral:path-declarations-must-exist",
      "vacuum:path-declarations-must-exist",
      "redocly:path-declaration-must-exist"
    })
public final class PathTemplateMalformed extends OpenApiRule {

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
    if (!PathTemplate.of(path).isWhole()) {
      context.report(
          Finding.at(
              object.anchor(),
              object.key(),
              "the path %s has a brace that is not paired, or braces without a name",
              path));
    }
  }
}
