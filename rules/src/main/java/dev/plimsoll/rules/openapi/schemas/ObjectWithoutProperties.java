package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.model.openapi.OpenApiDescription;
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
import java.util.List;

/** Nobody learns what the object holds, and anything passes. */
@RuleInfo(
    id = "openapi/object-without-properties",
    title = "Object schema names no property",
    severity = Severity.INFO,
    category = Category.RELIABILITY,
    profile = Profile.STRICT)
public final class ObjectWithoutProperties extends OpenApiRule {

  @Override
  public void schema(OpenApiObject schema, OpenApiDescription api, RuleContext context) {
    List<Scalar> words = Keywords.typeWords(schema.node());
    if (words.isEmpty() || isDescribed(schema)) {
      return;
    }
    for (Scalar word : words) {
      if (word.text().equals("object") && !Keywords.isMember(schema)) {
        context.report(
            Finding.at(
                schema.anchor(), word.slice(), "this object names no property: any object passes"));
      }
    }
  }

  private static boolean isDescribed(OpenApiObject schema) {
    for (Entry entry : schema.node().entries()) {
      String keyword = entry.key() instanceof Scalar key ? key.text() : "<<";
      switch (keyword) {
        case "properties", "additionalProperties", "patternProperties", "propertyNames" -> {
          return true;
        }
        case "unevaluatedProperties", "required", "maxProperties", "enum", "const", "<<" -> {
          return true;
        }
        case "$ref", "allOf", "anyOf", "oneOf", "not", "if", "discriminator", "$dynamicRef" -> {
          return true;
        }
        case "dependentSchemas", "dependentRequired" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }
}
