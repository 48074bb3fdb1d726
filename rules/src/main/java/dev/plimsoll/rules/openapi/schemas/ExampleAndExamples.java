package dev.plimsoll.rules.openapi.schemas;

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
import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Optional;
import java.util.Set;

/** Only one of them may be there: each tool shows another. */
@RuleInfo(
    id = "openapi/example-and-examples",
    title = "example and examples stand together",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {"spectral:oas3-schema", "vacuum:oas3-schema", "zally:101"})
public final class ExampleAndExamples extends OpenApiRule {

  private static final String NAME = "default";

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.MEDIA_TYPE, ObjectKind.PARAMETER, ObjectKind.HEADER);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (api.version().equals(Optional.of(OpenApiVersion.V2_0))) {
      return;
    }
    Optional<YamlNode> example = object.find("example");
    if (example.isEmpty()) {
      return;
    }
    Optional<YamlNode> examples = object.find("examples");
    if (examples.isPresent()) {
      Finding finding =
          Finding.at(
              object.anchor().child("example"),
              object.keyOf("example").orElse(object.key()),
              "example stands beside examples: only one of them may be there, so make it one of"
                  + " those");
      Optional<NewYaml> value = value(example.get());
      boolean isFree = examples.get() instanceof Mapping map && map.find(NAME).isEmpty();
      context.report(
          value.isPresent() && isFree
              ? finding.withFix(fix(object, value.get(), (Mapping) examples.get(), api))
              : finding);
    }
  }

  /** The example, if it can be written on one line. */
  private static Optional<NewYaml> value(YamlNode example) {
    String written = example.slice().text();
    if (written.indexOf('\n') >= 0 || written.isEmpty() || !example.properties().isEmpty()) {
      return Optional.empty();
    }
    if (example instanceof Scalar scalar && CoreSchema.type(scalar) == CoreSchema.Type.TEXT) {
      return Optional.of(NewYaml.text(scalar.text()));
    }
    boolean isInline = written.startsWith("{") || written.startsWith("[");
    return example instanceof Scalar || isInline
        ? Optional.of(NewYaml.plain(written))
        : Optional.empty();
  }

  private static Fix fix(
      OpenApiObject object, NewYaml value, Mapping examples, OpenApiDescription api) {
    OpenApiFile file = api.file(object);
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    Edit added = edits.addKey(examples, NAME, NewYaml.mapping(NewYaml.pair("value", value)));
    Edit removed = edits.removeEntry(object.node(), object.node().entry("example").orElseThrow());
    return Fix.unsafe("Make it one of examples", removed, added)
        .declaring(
            ModelChange.of(ModelChange.Kind.REMOVE, file.name(), object.anchor().child("example")))
        .declaring(
            ModelChange.of(
                ModelChange.Kind.ADD, file.name(), object.anchor().child("examples").child(NAME)));
  }
}
