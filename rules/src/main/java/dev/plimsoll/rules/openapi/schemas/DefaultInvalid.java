package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.model.openapi.schema.Direction;
import dev.plimsoll.model.openapi.schema.SchemaViolation;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rules.openapi.operations.Entries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A server cannot take what its own description forbids for what a client leaves out. */
@RuleInfo(
    id = "openapi/default-invalid",
    title = "Default violates its own schema",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {"spectral:oas2-valid-schema-example", "spectral:oas3-valid-schema-example"})
public final class DefaultInvalid extends OpenApiRule {

  /** What Swagger's parameters are, too. */
  private static final List<ObjectKind> SCHEMAS =
      List.of(ObjectKind.SCHEMA, ObjectKind.PARAMETER, ObjectKind.HEADER, ObjectKind.ITEMS);

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    Judge judge = new Judge(api, context);
    for (ObjectKind kind : SCHEMAS) {
      for (OpenApiObject object : api.objects(kind)) {
        Optional<YamlNode> value = object.find("default");
        if (value.isPresent()) {
          check(object, value.get(), judge, api, context);
        }
      }
    }
  }

  private static void check(
      OpenApiObject object,
      YamlNode value,
      Judge judge,
      OpenApiDescription api,
      RuleContext context) {
    Judge.Case one =
        new Judge.Case(
            value,
            object.keyOf("default").orElse(object.key()),
            object.node(),
            Direction.ANY,
            "the default");
    List<SchemaViolation> violations = new ArrayList<>();
    for (SchemaViolation violation : judge.violations(one)) {
      boolean isFilled = violation.keyword().equals("required") && isEmpty(violation.value());
      boolean isWritten = object.kind() != ObjectKind.SCHEMA && Judge.isSerialised(violation);
      if (!isFilled && !isWritten) {
        violations.add(violation);
      }
    }
    if (violations.size() == 1 && isNull(violations.get(0))) {
      context.report(none(object, violations.get(0), api));
    } else {
      judge.report(one, violations);
    }
  }

  private static boolean isNull(SchemaViolation violation) {
    return violation.path().isEmpty()
        && violation.keyword().equals("type")
        && violation.value() instanceof Scalar scalar
        && scalar.isNull();
  }

  /** Swagger has no null: none is meant. */
  private static Finding none(
      OpenApiObject object, SchemaViolation violation, OpenApiDescription api) {
    boolean isSwagger = api.version().equals(Optional.of(OpenApiVersion.V2_0));
    String cure =
        isSwagger
            ? ""
            : api.hasJsonSchema() ? "let its type be null, or " : "make it nullable, or ";
    Finding finding =
        Finding.at(
            object.anchor().child("default"),
            violation.place(),
            "the default is null and must be %s: %sleave it out",
            violation.arguments().get(1),
            cure);
    return isSwagger
        ? finding.withFix(
            Entries.removing("Leave it out", object.node(), object.anchor(), "default", api))
        : finding;
  }

  /** What is missing there is filled by the defaults of the properties. */
  private static boolean isEmpty(YamlNode value) {
    return value instanceof Mapping mapping && mapping.entries().isEmpty();
  }
}
