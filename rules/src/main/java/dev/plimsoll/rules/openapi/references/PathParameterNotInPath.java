package dev.plimsoll.rules.openapi.references;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.PathParameters;
import dev.plimsoll.model.openapi.PathTemplate;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** No request carries it, whatever a client gives. */
@RuleInfo(
    id = "openapi/path-parameter-not-in-path",
    title = "Path parameter is not in the path",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:path-params",
      "vacuum:path-params",
      "redocly:path-parameters-defined",
      "redocly:path-params-defined"
    })
public final class PathParameterNotInPath extends OpenApiRule {

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (object.kind() != ObjectKind.PARAMETER || !object.text("in").equals("path")) {
      return;
    }
    Optional<OpenApiObject> item = object.within(ObjectKind.PATH_ITEM);
    if (item.isEmpty()
        || item.get().parent().isEmpty()
        || item.get().parent().get().kind() != ObjectKind.PATHS) {
      return;
    }
    String name = object.text("name");
    PathTemplate template = PathTemplate.of(item.get().name());
    if (template.names(name) || !template.isWhole() || name.isEmpty()) {
      return;
    }
    Finding finding =
        Finding.at(
                object.anchor(),
                object.find("name").orElse(object.node()).slice(),
                "the path has no variable %s",
                name)
            .related(item.get().key(), "the path");
    Optional<String> left = left(template, PathParameters.of(object, api));
    if (left.isPresent()) {
      Edit edit = Edit.replaceWord(object.find("name").orElse(object.node()).slice(), left.get());
      finding =
          finding.withFix(
              Fix.unsafe("Call it " + left.get(), edit).changing(object.anchor().child("name")));
    }
    context.report(finding);
  }

  /** The one variable of the path that no parameter defines. */
  private static Optional<String> left(PathTemplate template, PathParameters defined) {
    Set<String> names = new HashSet<>();
    for (PathTemplate.Variable variable : template.variables()) {
      names.add(variable.name());
    }
    names.removeAll(defined.names());
    return defined.isKnown() && names.size() == 1
        ? Optional.of(names.iterator().next())
        : Optional.empty();
  }
}
