package dev.plimsoll.rules.openapi.references;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.PathParameters;
import dev.plimsoll.model.openapi.PathTemplate;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
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
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.PATH_ITEM, ObjectKind.PARAMETER);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (object.kind() == ObjectKind.PATH_ITEM) {
      referred(object, api, context);
    }
    if (object.kind() != ObjectKind.PARAMETER || !object.text("in").equals("path")) {
      return;
    }
    Optional<OpenApiObject> item = pathItem(object);
    if (item.isEmpty()) {
      return;
    }
    String name = object.text("name");
    PathTemplate template = PathTemplate.of(item.get().name());
    if (lacks(template, name)) {
      report(object, item.get(), template, name, api, context);
    }
  }

  @Override
  public void operation(OpenApiObject operation, OpenApiDescription api, RuleContext context) {
    referred(operation, api, context);
  }

  /** The path item in which an object stands, which may be one itself, of a path that is known. */
  private static Optional<OpenApiObject> pathItem(OpenApiObject object) {
    Optional<OpenApiObject> item =
        object.kind() == ObjectKind.PATH_ITEM
            ? Optional.of(object)
            : object.within(ObjectKind.PATH_ITEM);
    return item.isPresent()
            && item.get().parent().isPresent()
            && item.get().parent().get().kind() == ObjectKind.PATHS
        ? item
        : Optional.empty();
  }

  private static boolean lacks(PathTemplate template, String name) {
    return !name.isEmpty() && template.isWhole() && !template.names(name);
  }

  /** Judges the parameters that a path or an operation takes by reference. */
  private static void referred(OpenApiObject owner, OpenApiDescription api, RuleContext context) {
    if (!(owner.find("parameters").orElse(owner.node()) instanceof Sequence list)) {
      return;
    }
    Optional<OpenApiObject> item = pathItem(owner);
    if (item.isEmpty()) {
      return;
    }
    PathTemplate template = PathTemplate.of(item.get().name());
    for (YamlNode each : list.items()) {
      if (!(each instanceof Mapping mapping) || mapping.find("$ref").isEmpty()) {
        continue;
      }
      Optional<Mapping> parameter = api.resolve(each);
      if (parameter.isPresent()
          && text(parameter.get(), "in").equals("path")
          && lacks(template, text(parameter.get(), "name"))) {
        String name = text(parameter.get(), "name");
        context.report(
            Finding.at(
                    owner.anchor().child("parameters"),
                    mapping.find("$ref").orElse(each).slice(),
                    "the path has no variable %s",
                    name)
                .related(item.get().key(), "the path")
                .related(parameter.get().find("name").orElse(each).slice(), "the parameter"));
      }
    }
  }

  private static String text(Mapping mapping, String field) {
    return mapping.find(field).orElse(mapping) instanceof Scalar scalar ? scalar.text() : "";
  }

  private static void report(
      OpenApiObject object,
      OpenApiObject item,
      PathTemplate template,
      String name,
      OpenApiDescription api,
      RuleContext context) {
    Optional<String> variable = PathParameters.of(object, api).misnames(template);
    Finding finding =
        Finding.at(
                object.anchor(),
                object.find("name").orElse(object.node()).slice(),
                "the path has no variable %s%s",
                name,
                variable.map(each -> " (did you mean " + each + "?)").orElse(""))
            .related(item.key(), "the path");
    if (variable.isPresent()) {
      Edit edit =
          Edit.replaceWord(object.find("name").orElse(object.node()).slice(), variable.get());
      finding =
          finding.withFix(
              Fix.unsafe("Call it " + variable.get(), edit)
                  .changing(object.anchor().child("name")));
    }
    context.report(finding);
  }
}
