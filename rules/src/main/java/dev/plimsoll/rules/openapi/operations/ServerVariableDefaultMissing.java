package dev.plimsoll.rules.openapi.operations;

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
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Set;

/** Where nobody says what it is, the URL of the server has a hole. */
@RuleInfo(
    id = "openapi/server-variable-default-missing",
    title = "Server variable has no default",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:oas3-server-variables",
      "spectral:oas3-schema",
      "redocly:struct",
      "vacuum:oas3-schema",
      "zally:101"
    })
public final class ServerVariableDefaultMissing extends OpenApiRule {

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.SERVER_VARIABLE);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (object.find("default").isPresent() || Entries.isOpen(object, api)) {
      return;
    }
    Finding finding =
        Finding.at(
            object.anchor(), object.key(), "the server variable %s has no default", object.name());
    if (object.find("enum").orElse(object.node()) instanceof Sequence words
        && !words.items().isEmpty()
        && words.items().get(0) instanceof Scalar first
        && CoreSchema.type(first) == CoreSchema.Type.TEXT) {
      OpenApiFile file = api.file(object);
      finding =
          finding.withFix(
              Fix.unsafe(
                      "Make " + first.text() + " the default",
                      YamlEdits.of(file.yaml(), file.source())
                          .addKey(object.node(), "default", NewYaml.text(first.text())))
                  .declaring(
                      ModelChange.of(
                          ModelChange.Kind.ADD, file.name(), object.anchor().child("default"))));
    }
    context.report(finding);
  }
}
