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
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Nobody can tell what to send, and generated code takes anything. */
@RuleInfo(
    id = "openapi/parameter-without-schema",
    title = "Parameter or header has no schema",
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
      "zally:Z001"
    })
public final class ParameterWithoutSchema extends OpenApiRule {

  /** What only the other parameters of Swagger have beside their name. */
  private static final List<String> NOT_OF_BODIES =
      List.of("type", "format", "items", "collectionFormat", "default", "enum", "pattern");

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.PARAMETER, ObjectKind.HEADER);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (api.version().equals(Optional.of(OpenApiVersion.V2_0))) {
      if (object.kind() == ObjectKind.PARAMETER && !Entries.isOpen(object, api)) {
        swagger(object, api, context);
      }
      return;
    }
    boolean isTyped = object.find("type").isPresent(); // as in Swagger, which is told already
    if (object.find("schema").isEmpty()
        && object.find("content").isEmpty()
        && !isTyped
        && !Entries.isOpen(object, api)) {
      NewYaml type = NewYaml.mapping(NewYaml.pair("type", NewYaml.text("string")));
      report(
          object,
          Finding.at(object.anchor(), place(object), "the %s has no schema", label(object)),
          "schema",
          type,
          api,
          context);
    }
  }

  private static void swagger(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    Optional<Slice> schema = object.keyOf("schema");
    String in = object.text("in");
    if (in.equals("body")) {
      body(object, schema, context);
    } else if (!in.isEmpty() && schema.isPresent()) {
      context.report(
          Finding.at(
              object.anchor().child("schema"),
              schema.get(),
              "the %s has a schema, which only bodies have: put its type beside its name",
              label(object)));
    } else if (!in.isEmpty() && object.find("type").isEmpty()) {
      report(
          object,
          Finding.at(object.anchor(), place(object), "the %s has no type", label(object)),
          "type",
          NewYaml.text("string"),
          api,
          context);
    }
  }

  private static void body(OpenApiObject object, Optional<Slice> schema, RuleContext context) {
    for (String field : NOT_OF_BODIES) {
      Optional<Slice> key = object.keyOf(field);
      if (key.isPresent()) {
        context.report(
            Finding.at(
                object.anchor().child(field),
                key.get(),
                "the %s is a body and has %s beside its name: put it into its schema",
                label(object),
                field));
        return;
      }
    }
    if (schema.isEmpty()) {
      context.report(
          Finding.at(
              object.anchor(), place(object), "the %s is a body without a schema", label(object)));
    }
  }

  private static String label(OpenApiObject object) {
    if (object.kind() == ObjectKind.HEADER) {
      return "header " + object.name();
    }
    String name = object.text("name");
    return "parameter " + (name.isEmpty() ? object.name() : name);
  }

  /** The name of a parameter in a list; the key of one that has its own. */
  private static Slice place(OpenApiObject object) {
    boolean isNamed =
        object.kind() == ObjectKind.PARAMETER && object.key().equals(object.node().slice());
    return isNamed && object.scalar("name").isPresent()
        ? object.scalar("name").get().slice()
        : object.key();
  }

  private static void report(
      OpenApiObject object,
      Finding finding,
      String field,
      NewYaml value,
      OpenApiDescription api,
      RuleContext context) {
    OpenApiFile file = api.file(object);
    Edit edit = YamlEdits.of(file.yaml(), file.source()).addKey(object.node(), field, value);
    context.report(
        finding.withFix(
            Fix.unsafe("Let it be a string", edit)
                .declaring(
                    ModelChange.of(
                        ModelChange.Kind.ADD, file.name(), object.anchor().child(field)))));
  }
}
