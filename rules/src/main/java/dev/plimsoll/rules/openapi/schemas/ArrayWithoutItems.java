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
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Optional;

/** Nobody learns what the array holds, and generators stop. */
@RuleInfo(
    id = "openapi/array-without-items",
    title = "Array schema has no items",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = "spectral:array-items")
public final class ArrayWithoutItems extends KeywordRule {

  @Override
  void keywords(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    Optional<Scalar> array = array(object);
    if (array.isEmpty() || isDescribed(object, api) || Keywords.isOpen(object, api)) {
      return;
    }
    Optional<Entry> alike = alike(object);
    if (alike.isPresent()) {
      if (api.version().orElseThrow().hasJsonSchema()) {
        reportName(alike.get(), object, api, context);
      }
      return; // the field that an earlier version does not know is reported as such
    }
    Finding finding =
        Finding.at(
            object.anchor(),
            array.get().slice(),
            "%s needs items, which say what it holds",
            Subjects.array(object));
    if (object.kind() == ObjectKind.SCHEMA) {
      finding = finding.withFix(fix(object, api));
    }
    context.report(finding);
  }

  private static Optional<Scalar> array(OpenApiObject object) {
    for (Scalar word : Keywords.typeWords(object.node())) {
      if (word.text().equals("array")) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  private static boolean isDescribed(OpenApiObject object, OpenApiDescription api) {
    boolean isJsonSchema = api.version().orElseThrow().hasJsonSchema();
    for (Entry entry : object.node().entries()) {
      String keyword = entry.key() instanceof Scalar key ? key.text() : "";
      switch (keyword) {
        case "items", "allOf", "anyOf", "oneOf", "$ref", "properties" -> {
          return true;
        }
        case "prefixItems",
            "contains",
            "unevaluatedItems",
            "maxItems",
            "enum",
            "const",
            "if",
            "$dynamicRef",
            "$recursiveRef" -> {
          if (isJsonSchema && (!keyword.equals("maxItems") || isZero(entry))) {
            return true;
          }
        }
        default -> {}
      }
    }
    return Keywords.isMember(object)
        && ((isJsonSchema && (object.name().equals("not") || object.name().equals("if")))
            || object.parent().orElseThrow().find("items").isPresent());
  }

  private static boolean isZero(Entry entry) {
    return entry.value() instanceof Scalar scalar && scalar.text().equals("0");
  }

  private static Optional<Entry> alike(OpenApiObject object) {
    for (Entry entry : object.node().entries()) {
      if (entry.key() instanceof Scalar key
          && (key.text().equals("item") || key.text().equalsIgnoreCase("items"))) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  private static void reportName(
      Entry alike, OpenApiObject object, OpenApiDescription api, RuleContext context) {
    OpenApiFile file = api.file(object);
    String name = alike.key() instanceof Scalar key ? key.text() : "";
    context.report(
        Finding.at(
                object.anchor(),
                alike.key().slice(),
                "%s needs items, which say what it holds: %s is unknown",
                Subjects.array(object),
                name)
            .withFix(
                Fix.unsafe(
                        "Call it items",
                        YamlEdits.of(file.yaml(), file.source())
                            .renameKey(object.node(), alike, "items"))
                    .declaring(
                        ModelChange.of(
                            ModelChange.Kind.REMOVE, file.name(), object.anchor().child(name)))
                    .declaring(
                        ModelChange.of(
                            ModelChange.Kind.ADD, file.name(), object.anchor().child("items")))));
  }

  private static Fix fix(OpenApiObject object, OpenApiDescription api) {
    OpenApiFile file = api.file(object);
    Entry type = object.node().entry("type").orElseThrow();
    return Fix.unsafe(
            "Let it hold anything",
            YamlEdits.of(file.yaml(), file.source())
                .addKeyAfter(object.node(), type, "items", NewYaml.mapping()))
        .declaring(
            ModelChange.of(ModelChange.Kind.ADD, file.name(), object.anchor().child("items")))
        .mayTrigger("openapi/schema-type-missing")
        .mayTrigger("openapi/schema-empty");
  }
}
