package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Optional;

/** Any value passes, and nobody learns which are meant. */
@RuleInfo(
    id = "openapi/schema-empty",
    title = "Schema accepts anything",
    severity = Severity.INFO,
    category = Category.RELIABILITY,
    profile = Profile.STRICT)
public final class SchemaEmpty extends OpenApiRule {

  @Override
  public void schema(OpenApiObject schema, OpenApiDescription api, RuleContext context) {
    if (schema.node().entries().isEmpty()
        && isUsed(schema)
        && !api.file(schema).yaml().isCut(schema.node())) {
      context.report(
          Finding.at(
              schema.anchor(),
              schema.node().slice(),
              "the schema of %s is empty: any value passes",
              Subjects.of(schema)));
    }
  }

  /** Whether it is that of a body, a parameter, a header or a property. */
  private static boolean isUsed(OpenApiObject schema) {
    Optional<OpenApiObject> parent = schema.parent();
    if (parent.isEmpty()) {
      return false;
    }
    return switch (parent.get().kind()) {
      case MEDIA_TYPE, PARAMETER, HEADER, RESPONSE -> true;
      case SCHEMA -> isProperty(schema, parent.get());
      default -> false;
    };
  }

  private static boolean isProperty(OpenApiObject schema, OpenApiObject parent) {
    String segment = schema.name().replace('/', '|');
    return schema.anchor().equals(parent.anchor().child("properties").child(segment));
  }
}
