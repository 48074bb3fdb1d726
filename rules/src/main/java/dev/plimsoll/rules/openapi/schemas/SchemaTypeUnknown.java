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
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Optional;

/** No value is of such a type: validators refuse the schema, generators make anything of it. */
@RuleInfo(
    id = "openapi/schema-type-unknown",
    title = "Schema type does not exist",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:oas2-schema",
      "spectral:oas3-schema",
      "redocly:struct",
      "vacuum:oas2-schema",
      "vacuum:oas3-schema",
      "zally:101",
      "vacuum:oas-schema-check"
    })
public final class SchemaTypeUnknown extends KeywordRule {

  @Override
  void keywords(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    Optional<YamlNode> type = object.find("type");
    if (type.isEmpty()) {
      return;
    }
    if (type.get() instanceof Scalar scalar) {
      word(scalar, object, api, context);
    } else if (type.get() instanceof Sequence list) {
      if (!api.version().orElseThrow().hasJsonSchema()) {
        return; // a list is no type there, whatever stands in it
      }
      for (YamlNode item : list.items()) {
        if (item instanceof Scalar scalar) {
          word(scalar, object, api, context);
        }
      }
    } else if (type.get() instanceof Mapping mapping && mapping.find("$ref").isEmpty()) {
      context.report(
          Finding.at(
              object.anchor().child("type"),
              object.keyOf("type").orElseThrow(),
              "type is a mapping and must be a text"));
    }
  }

  private static void word(
      Scalar word, OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (isKnown(word, object, api.version().orElseThrow())) {
      return;
    }
    if (word.text().equals("null")) {
      reportNull(word, object, api, context);
      return;
    }
    if (word.text().equals("any") && !isParameter(object)) {
      reportAny(word, object, api, context);
      return;
    }
    Optional<TypeName> meant = TypeName.meant(word.text());
    if (meant.isPresent() && isParameter(object) && meant.get().type().equals("object")) {
      meant = Optional.empty();
    }
    String hint = meant.isPresent() ? " (did you mean " + meant.get() + "?)" : "";
    boolean isBody = word.text().equals("object");
    Finding finding =
        Finding.at(
            object.anchor().child("type"),
            word.slice(),
            isBody ? "%s is no type for %s: only bodies hold objects" : "%s is no type%s",
            name(word),
            isBody ? object.kind().label() : hint);
    if (meant.isPresent()) {
      finding = finding.withFix(fix(word, meant.get(), object, api));
    }
    context.report(finding);
  }

  private static String name(Scalar word) {
    return word.text().isEmpty() ? "nothing" : Edit.unquoted(word.slice()).text();
  }

  private static boolean isParameter(OpenApiObject object) {
    return object.kind() != ObjectKind.SCHEMA;
  }

  private static boolean isKnown(Scalar word, OpenApiObject object, OpenApiVersion version) {
    if (CoreSchema.type(word) != CoreSchema.Type.TEXT) {
      return false;
    }
    return switch (word.text()) {
      case "string", "number", "integer", "boolean", "array" -> true;
      case "object" -> !isParameter(object);
      case "null" -> !isParameter(object) && version != OpenApiVersion.V3_0;
      case "file" -> version == OpenApiVersion.V2_0 && object.kind() != ObjectKind.ITEMS;
      default -> false;
    };
  }

  private static void reportNull(
      Scalar word, OpenApiObject object, OpenApiDescription api, RuleContext context) {
    OpenApiVersion version = api.version().orElseThrow();
    if (!version.hasJsonSchema()) {
      context.report(
          Finding.at(
              object.anchor().child("type"),
              word.slice(),
              "OpenAPI %s has no type null%s",
              version.id(),
              version == OpenApiVersion.V3_0 ? ": nullable lets a value be null" : ""));
      return;
    }
    Edit edit = Edit.replace(word.slice(), api.file(object).isJson() ? "\"null\"" : "'null'");
    context.report(
        Finding.at(
                object.anchor().child("type"),
                word.slice(),
                "null is no type without quotes: write 'null'")
            .withFix(Fix.unsafe("Write 'null'", edit).changing(object.anchor().child("type"))));
  }

  private static void reportAny(
      Scalar word, OpenApiObject object, OpenApiDescription api, RuleContext context) {
    OpenApiFile file = api.file(object);
    YamlNode.Entry type = object.node().entry("type").orElseThrow();
    Finding finding =
        Finding.at(
            object.anchor().child("type"),
            word.slice(),
            "any is no type: a schema without a type takes any value");
    if (type.value() instanceof Scalar) {
      finding =
          finding.withFix(
              Fix.unsafe(
                      "Name no type",
                      YamlEdits.of(file.yaml(), file.source()).removeEntry(object.node(), type))
                  .declaring(
                      ModelChange.of(
                          ModelChange.Kind.REMOVE, file.name(), object.anchor().child("type")))
                  .mayTrigger("openapi/schema-type-missing")
                  .mayTrigger("openapi/schema-empty"));
    }
    context.report(finding);
  }

  private static Fix fix(
      Scalar word, TypeName meant, OpenApiObject object, OpenApiDescription api) {
    OpenApiFile file = api.file(object);
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    Edit edit = edits.replace(word, NewYaml.text(meant.type()));
    Fix fix;
    if (meant.format().isEmpty() || object.find("format").isPresent()) {
      fix = Fix.unsafe("Make it " + meant.type(), edit);
    } else {
      NewYaml format = NewYaml.text(meant.format());
      YamlNode.Entry type = object.node().entry("type").orElseThrow();
      fix =
          Fix.unsafe(
                  "Make it " + meant,
                  edit,
                  edits.addKeyAfter(object.node(), type, "format", format))
              .declaring(
                  ModelChange.of(
                      ModelChange.Kind.ADD, file.name(), object.anchor().child("format")));
    }
    return fix.changing(object.anchor().child("type")).mayTrigger("openapi/array-without-items");
  }
}
