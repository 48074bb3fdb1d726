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
import java.util.HashSet;
import java.util.Set;

/** Both places get one value, or a server refuses the route. */
@RuleInfo(
    id = "openapi/path-parameter-repeated",
    title = "Path template repeats a variable",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    aliases = {"spectral:path-params", "vacuum:path-params"})
public final class PathParameterRepeated extends OpenApiRule {

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
    Set<String> names = new HashSet<>();
    for (PathTemplate.Variable variable : PathTemplate.of(path).variables()) {
      if (!names.add(variable.name())) {
        context.report(
            Finding.at(
                object.anchor(),
                object.part(variable.start(), variable.end()),
                "%s stands twice in this path",
                variable.name()));
      }
    }
  }
}
