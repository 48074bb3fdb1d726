package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.ExampleObject;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Alias;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import java.util.Optional;
import java.util.Set;

/** Tools look for the example under {@code value}, and find none. */
@RuleInfo(
    id = "openapi/example-not-wrapped",
    title = "Example is a bare payload",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:oas3-schema",
      "spectral:oas3-examples-value-or-externalValue",
      "redocly:struct",
      "vacuum:oas3-schema",
      "zally:101"
    })
public final class ExampleNotWrapped extends OpenApiRule {

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(
        ObjectKind.MEDIA_TYPE, ObjectKind.PARAMETER, ObjectKind.HEADER, ObjectKind.COMPONENTS);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    Optional<YamlNode> examples = object.find("examples");
    if (examples.isPresent() && !api.version().equals(Optional.of(OpenApiVersion.V2_0))) {
      examples(object, examples.get(), api, context);
    }
  }

  private static void examples(
      OpenApiObject object, YamlNode examples, OpenApiDescription api, RuleContext context) {
    Anchor anchor = object.anchor().child("examples");
    if (examples instanceof Mapping map && map.find("$ref").isEmpty()) {
      for (Entry entry : map.entries()) {
        if (entry.key() instanceof Scalar name && isBare(name, entry.value())) {
          bare(name, entry.value(), anchor.child(name.text().replace('/', '|')), api, context);
        }
      }
    } else if (examples instanceof Sequence && object.kind() != ObjectKind.COMPONENTS) {
      context.report(
          Finding.at(
              anchor,
              object.keyOf("examples").orElse(object.key()),
              "examples is a list: give each a name, and put it under value"));
    } else if (examples instanceof Scalar && object.kind() != ObjectKind.COMPONENTS) {
      context.report(
          Finding.at(
              anchor,
              object.keyOf("examples").orElse(object.key()),
              "examples is no mapping: give each a name, and put it under value"));
    }
  }

  private static boolean isBare(Scalar name, YamlNode example) {
    if (example instanceof Mapping mapping) {
      return !name.text().startsWith("x-") && ExampleObject.isBare(mapping);
    }
    return !(example instanceof Alias)
        && !name.text().equals("<<")
        && !name.text().startsWith("x-");
  }

  private static void bare(
      Scalar name, YamlNode example, Anchor anchor, OpenApiDescription api, RuleContext context) {
    Finding finding =
        Finding.at(
            anchor,
            name.slice(),
            "the example %s is the example itself: put it under value",
            name.text());
    OpenApiFile file = api.file(name.slice());
    Optional<Fix> fix = Wrapping.of(name, example, file, anchor);
    context.report(fix.isEmpty() ? finding : finding.withFix(fix.get()));
  }
}
