package dev.plimsoll.rules.openapi.references;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.model.openapi.PathParameters;
import dev.plimsoll.model.openapi.PathTemplate;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Nothing tells what may stand there, and generators leave it out of their methods. */
@RuleInfo(
    id = "openapi/path-parameter-undefined",
    title = "Path template variable is not defined",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:path-params",
      "vacuum:path-params",
      "redocly:path-parameters-defined",
      "redocly:path-params-defined"
    })
public final class PathParameterUndefined extends OpenApiRule {

  @Override
  public void operation(OpenApiObject operation, OpenApiDescription api, RuleContext context) {
    Optional<OpenApiObject> item = operation.parent();
    if (item.isEmpty()
        || item.get().parent().isEmpty()
        || item.get().parent().get().kind() != ObjectKind.PATHS) {
      return;
    }
    PathTemplate template = PathTemplate.of(item.get().name());
    if (template.variables().isEmpty() || !template.isWhole()) {
      return;
    }
    PathParameters defined = PathParameters.of(operation, api);
    if (!defined.isKnown() || isMisnamed(operation, item.get(), template, api)) {
      return;
    }
    for (PathTemplate.Variable variable : template.variables()) {
      if (!defined.names().contains(variable.name())) {
        report(variable.name(), operation, api, context);
      }
    }
  }

  /** Whether a parameter is there and has the wrong name only, which another rule says. */
  private static boolean isMisnamed(
      OpenApiObject operation, OpenApiObject item, PathTemplate template, OpenApiDescription api) {
    return PathParameters.of(operation, api).misnames(template).isPresent()
        && (hasMisnamed(operation, template, api) || hasMisnamed(item, template, api));
  }

  private static boolean hasMisnamed(
      OpenApiObject owner, PathTemplate template, OpenApiDescription api) {
    if (!(owner.find("parameters").orElse(owner.node()) instanceof YamlNode.Sequence list)
        || PathParameters.of(owner, api).misnames(template).isEmpty()) {
      return false;
    }
    for (YamlNode each : list.items()) {
      if (each instanceof YamlNode.Mapping parameter
          && parameter.find("in").orElse(each) instanceof Scalar in
          && in.text().equals("path")
          && parameter.find("name").orElse(each) instanceof Scalar name
          && !template.names(name.text())) {
        return true;
      }
    }
    return false;
  }

  private static void report(
      String name, OpenApiObject operation, OpenApiDescription api, RuleContext context) {
    Finding finding =
        Finding.at(
            operation.anchor(),
            operation.key(),
            "the path has the variable %s, and no parameter describes it",
            name);
    Optional<YamlNode> list = operation.find("parameters");
    if (list.isEmpty() || list.get() instanceof YamlNode.Sequence) {
      finding = finding.withFix(fix(name, operation, list, api));
    }
    context.report(finding);
  }

  private static Fix fix(
      String name, OpenApiObject operation, Optional<YamlNode> list, OpenApiDescription api) {
    OpenApiFile file = api.file(operation);
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    List<NewYaml.Pair> pairs = new ArrayList<>();
    pairs.add(NewYaml.pair("name", NewYaml.text(name)));
    pairs.add(NewYaml.pair("in", NewYaml.text("path")));
    pairs.add(NewYaml.pair("required", NewYaml.plain("true")));
    NewYaml type = NewYaml.mapping(NewYaml.pair("type", NewYaml.text("string")));
    pairs.add(
        api.version().orElseThrow() == OpenApiVersion.V2_0
            ? NewYaml.pair("type", NewYaml.text("string"))
            : NewYaml.pair("schema", type));
    NewYaml parameter = NewYaml.mapping(pairs.toArray(new NewYaml.Pair[0]));
    Edit edit =
        list.isPresent() && list.get() instanceof YamlNode.Sequence items
            ? edits.addItem(items, parameter)
            : edits.addKey(operation.node(), "parameters", NewYaml.list(parameter));
    return Fix.unsafe("Define " + name, edit)
        .declaring(
            ModelChange.of(
                ModelChange.Kind.ADD, file.name(), operation.anchor().child("parameters")));
  }
}
