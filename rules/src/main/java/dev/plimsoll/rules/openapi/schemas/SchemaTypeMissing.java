package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;

/** Values of other types pass as well, and generators guess. */
@RuleInfo(
    id = "openapi/schema-type-missing",
    title = "Schema does not state its type",
    severity = Severity.INFO,
    category = Category.MAINTAINABILITY,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    aliases = "vacuum:oas-missing-type")
public final class SchemaTypeMissing extends OpenApiRule {

  @Override
  public void schema(OpenApiObject schema, OpenApiDescription api, RuleContext context) {
    if (states(schema) || Keywords.isOpen(schema, api) || Keywords.isMember(schema)) {
      return;
    }
    boolean isEmpty = schema.node().entries().isEmpty();
    if (isEmpty && !isItems(schema)) {
      return; // schema-empty
    }
    String type = ImpliedType.of(schema);
    Slice place = isEmpty ? schema.node().slice() : schema.key();
    Finding finding =
        Finding.at(
            schema.anchor(),
            place,
            "%s has no type%s",
            isItems(schema) ? "what the array holds" : "the schema of " + Subjects.of(schema),
            type.isEmpty() ? "" : ", and describes " + an(type));
    if (!type.isEmpty()) {
      finding = finding.withFix(fix(type, schema, api));
    }
    context.report(finding);
  }

  private static String an(String type) {
    return (type.equals("string") ? "a " : "an ") + type;
  }

  private static boolean states(OpenApiObject schema) {
    for (Entry entry : schema.node().entries()) {
      String keyword = entry.key() instanceof Scalar key ? key.text() : "<<";
      switch (keyword) {
        case "type", "$ref", "allOf", "anyOf", "oneOf", "not", "enum", "const", "<<" -> {
          return true;
        }
        case "if", "$dynamicRef", "$recursiveRef", "contentMediaType", "contentEncoding" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  private static boolean isItems(OpenApiObject schema) {
    return schema.parent().isPresent()
        && schema.parent().get().kind() == ObjectKind.SCHEMA
        && Keywords.isOf(schema, "items");
  }

  private static Fix fix(String type, OpenApiObject schema, OpenApiDescription api) {
    OpenApiFile file = api.file(schema);
    return Fix.unsafe(
            "Name the type " + type,
            YamlEdits.of(file.yaml(), file.source())
                .addFirstKey(schema.node(), "type", NewYaml.text(type)))
        .declaring(
            ModelChange.of(ModelChange.Kind.ADD, file.name(), schema.anchor().child("type")));
  }
}
