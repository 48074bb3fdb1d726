package dev.plimsoll.rules.openapi.operations;

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
import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.Optional;
import java.util.Set;

/** Without a value for it the path is another one. */
@RuleInfo(
    id = "openapi/path-parameter-optional",
    title = "Path parameter is not required",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:path-params",
      "vacuum:path-params",
      "spectral:oas2-schema",
      "spectral:oas3-schema",
      "vacuum:oas2-schema",
      "vacuum:oas3-schema",
      "zally:Z001",
      "zally:101"
    })
public final class PathParameterOptional extends OpenApiRule {

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.PARAMETER);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (!object.text("in").equals("path")) {
      return;
    }
    Optional<YamlNode> required = object.find("required");
    boolean isRequired =
        required.isPresent()
            && required.get() instanceof YamlNode.Scalar scalar
            && CoreSchema.type(scalar) == CoreSchema.Type.BOOLEAN
            && scalar.text().equalsIgnoreCase("true");
    boolean isOpen = required.isPresent() && !(required.get() instanceof YamlNode.Scalar);
    if (isRequired || isOpen || object.node().find("<<").isPresent()) {
      return;
    }
    Slice place =
        required.isPresent() ? required.get().slice() : object.keyOf("in").orElse(object.key());
    Finding finding =
        Finding.at(
            object.anchor(),
            place,
            "the parameter %s is in the path and must have required: true",
            object.text("name"));
    context.report(finding.withFix(fix(object, required, api)));
  }

  private static Fix fix(
      OpenApiObject object, Optional<YamlNode> required, OpenApiDescription api) {
    OpenApiFile file = api.file(object);
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    Edit edit =
        required.isPresent()
            ? edits.replace(required.get(), NewYaml.plain("true"))
            : edits.addKey(object.node(), "required", NewYaml.plain("true"));
    ModelChange.Kind kind = required.isPresent() ? ModelChange.Kind.CHANGE : ModelChange.Kind.ADD;
    return Fix.unsafe("Require " + object.text("name"), edit)
        .declaring(ModelChange.of(kind, file.name(), object.anchor().child("required")));
  }
}
