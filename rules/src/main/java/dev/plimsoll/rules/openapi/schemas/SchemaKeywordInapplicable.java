package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What it demands is checked of no value: the type is wrong, or the keyword. */
@RuleInfo(
    id = "openapi/schema-keyword-inapplicable",
    title = "Keyword does not apply to the schema type",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {"redocly:no-schema-type-mismatch", "vacuum:oas-schema-check"})
public final class SchemaKeywordInapplicable extends KeywordRule {

  @Override
  void keywords(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    List<Entry> idle = List.of();
    List<String> types = List.of();
    for (Entry entry : object.node().entries()) {
      String keyword = entry.key() instanceof Scalar key ? key.text() : "";
      String judged = judged(keyword);
      if (judged.isEmpty() || isParameters(keyword, object) || isIdle(keyword, entry.value())) {
        continue;
      }
      types = types.isEmpty() ? Keywords.types(object.node()) : types;
      if (types.isEmpty()) {
        return;
      }
      if (!applies(judged, types)) {
        idle = idle.isEmpty() ? new ArrayList<>() : idle;
        idle.add(entry);
      }
    }
    if (!idle.isEmpty()) {
      report(idle, types, object, api, context);
    }
  }

  /**
   * A parameter that is required must be sent: that says nothing about an object. Some tools write
   * uniqueItems for one that is sent once.
   */
  private static boolean isParameters(String keyword, OpenApiObject object) {
    return object.kind() != ObjectKind.SCHEMA
        && (keyword.equals("required") || keyword.equals("uniqueItems"));
  }

  /** The type whose values a keyword judges; empty where it judges any, or none. */
  private static String judged(String keyword) {
    return switch (keyword) {
      case "minLength", "maxLength", "pattern" -> "string";
      case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf" -> "number";
      case "items", "prefixItems", "contains", "unevaluatedItems" -> "array";
      case "minItems", "maxItems", "uniqueItems", "minContains", "maxContains" -> "array";
      case "properties", "required", "additionalProperties", "minProperties" -> "object";
      case "maxProperties", "patternProperties", "propertyNames" -> "object";
      case "unevaluatedProperties", "dependentRequired", "dependentSchemas" -> "object";
      default -> "";
    };
  }

  private static boolean applies(String judged, List<String> types) {
    return types.contains(judged) || (judged.equals("number") && types.contains("integer"));
  }

  /** Whether it would judge nothing of the right type either, as tools write out defaults. */
  private static boolean isIdle(String keyword, YamlNode value) {
    if (value instanceof Sequence list) {
      return list.items().isEmpty();
    }
    if (value instanceof Mapping mapping) {
      return mapping.entries().isEmpty();
    }
    if (!(value instanceof Scalar scalar)) {
      return true;
    }
    return switch (CoreSchema.type(scalar)) {
      case NULL -> true;
      case BOOLEAN -> !keyword.equals("uniqueItems") || !scalar.text().equalsIgnoreCase("true");
      case INTEGER, FLOAT ->
          keyword.startsWith("min") && !keyword.equals("minimum") && scalar.text().equals("0");
      case TEXT -> false;
    };
  }

  private static void report(
      List<Entry> idle,
      List<String> types,
      OpenApiObject object,
      OpenApiDescription api,
      RuleContext context) {
    List<String> names = new ArrayList<>();
    String agreed = "";
    boolean isAgreed = true;
    for (Entry entry : idle) {
      String keyword = ((Scalar) entry.key()).text();
      names.add(keyword);
      isAgreed &= agreed.isEmpty() || agreed.equals(judged(keyword));
      agreed = judged(keyword);
    }
    Finding finding =
        Finding.at(
            object.anchor().child(names.get(0)),
            idle.get(0).key().slice(),
            names.size() == 1
                ? "%s says nothing about type %s%s"
                : "%s say nothing about type %s%s",
            String.join(", ", names),
            String.join(" or ", types),
            isAgreed && types.contains("array") ? meant(names.get(0), agreed, object, api) : "");
    boolean isMeant =
        isAgreed
            && ((agreed.equals("object") && names.contains("properties"))
                || (agreed.equals("array") && names.contains("items")));
    if (isMeant
        && object.kind() == ObjectKind.SCHEMA
        && object.find("type").orElseThrow() instanceof Scalar type
        && !saysMore(object, agreed)) {
      finding =
          finding.withFix(
              Fix.unsafe("Make the type " + agreed, Edit.replaceWord(type.slice(), agreed))
                  .changing(object.anchor().child("type")));
    }
    context.report(finding);
  }

  /** A bound may have been meant for the list, or for what is in it where that is of its type. */
  private static String meant(
      String keyword, String judged, OpenApiObject object, OpenApiDescription api) {
    Optional<YamlNode> written = object.find("items");
    Optional<Mapping> items = written.isPresent() ? api.resolve(written.get()) : Optional.empty();
    List<String> types = items.isPresent() ? Keywords.types(items.get()) : List.of();
    boolean isOfItems = !types.isEmpty() && applies(judged, types);
    String bound =
        switch (keyword) {
          case "minLength", "minimum" -> "minItems";
          case "maxLength", "maximum" -> "maxItems";
          default -> "";
        };
    if (bound.isEmpty() || types.isEmpty()) {
      return isOfItems ? ": it belongs in items" : "";
    }
    String count = ": " + bound + " counts the items";
    return isOfItems ? count + ", and " + keyword + " belongs in items" : count;
  }

  /** Whether something in it goes with another type. */
  private static boolean saysMore(OpenApiObject object, String type) {
    for (Entry entry : object.node().entries()) {
      String keyword = entry.key() instanceof Scalar key ? key.text() : "<<";
      switch (keyword) {
        case "<<", "$ref", "allOf", "anyOf", "oneOf", "enum", "const", "format", "pattern" -> {
          return true;
        }
        case "default", "example" -> {
          if (!entry.value().kind().equals(type.equals("array") ? "a list" : "a mapping")) {
            return true;
          }
        }
        default -> {
          String judged = judged(keyword);
          if (!judged.isEmpty() && !judged.equals(type)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
