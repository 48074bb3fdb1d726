package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
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
import java.util.Optional;

/** Validators refuse the null that it was to allow. */
@RuleInfo(
    id = "openapi/nullable-ignored",
    title = "nullable has no effect in this version",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {"redocly:struct", "vacuum:oas3-schema"})
public final class NullableIgnored extends OpenApiRule {

  @Override
  public void schema(OpenApiObject schema, OpenApiDescription api, RuleContext context) {
    if (!api.version().orElseThrow().hasJsonSchema()) {
      return;
    }
    Optional<Entry> nullable = schema.node().entry("nullable");
    if (nullable.isEmpty()
        || !(nullable.get().value() instanceof Scalar value)
        || hasDialect(schema)) {
      return;
    }
    boolean isTruth = CoreSchema.type(value) == CoreSchema.Type.BOOLEAN;
    boolean isFalse = isTruth && value.text().equalsIgnoreCase("false");
    Finding finding =
        Finding.at(
            schema.anchor().child("nullable"),
            nullable.get().key().slice(),
            "OpenAPI %s does not know nullable%s",
            api.version().orElseThrow().id(),
            isFalse ? "" : ": the type null lets a value be null");
    Optional<Fix> fix = isTruth ? fix(schema, nullable.get(), isFalse, api) : Optional.empty();
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }

  /** Whether another set of keywords than that of the version is in use. */
  private static boolean hasDialect(OpenApiObject schema) {
    OpenApiObject document = schema.within(ObjectKind.DOCUMENT).orElse(schema);
    String dialect = document.text("jsonSchemaDialect") + schema.text("$schema");
    return !dialect.isEmpty()
        && !dialect.contains("spec.openapis.org/oas/3.")
        && !dialect.contains("json-schema.org/draft/2020-12");
  }

  private static Optional<Fix> fix(
      OpenApiObject schema, Entry nullable, boolean isFalse, OpenApiDescription api) {
    NullFix fix = new NullFix(schema, api);
    fix.remove(nullable, "nullable");
    if (isFalse || takesNull(schema)) {
      return Optional.of(fix.fix("Remove nullable"));
    }
    if (schema.find("const").isPresent() || schema.find("$ref").isPresent()) {
      return Optional.empty();
    }
    if (fix.addToType(OpenApiVersion.V3_1)) {
      fix.addToEnum();
      return Optional.of(fix.fix("Let the type be null"));
    }
    for (Entry entry : schema.node().entries()) {
      String keyword = entry.key() instanceof Scalar key ? key.text() : "";
      boolean isChoice = keyword.equals("anyOf") || keyword.equals("oneOf");
      if (isChoice && entry.value() instanceof Sequence members && isOnly(schema, members)) {
        fix.addMember(members, keyword);
        return Optional.of(fix.fix("Let null be one of them"));
      }
    }
    return Optional.empty();
  }

  /** Whether nothing in it refuses null. */
  private static boolean takesNull(OpenApiObject schema) {
    for (Entry entry : schema.node().entries()) {
      String keyword = entry.key() instanceof Scalar key ? key.text() : "<<";
      switch (keyword) {
        case "nullable", "title", "description", "example", "examples", "default" -> {}
        case "deprecated", "readOnly", "writeOnly", "format" -> {}
        default -> {
          if (!keyword.startsWith("x-")) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** Whether the members alone decide what is taken, and none of them takes null already. */
  private static boolean isOnly(OpenApiObject schema, Sequence members) {
    int compositions = 0;
    for (String keyword : new String[] {"anyOf", "oneOf", "allOf", "not", "enum", "<<", "type"}) {
      compositions += schema.find(keyword).isPresent() ? 1 : 0;
    }
    for (YamlNode member : members.items()) {
      if (!(member instanceof Mapping mapping)
          || Keywords.types(mapping).contains("null")
          || mapping.find("nullable").isPresent()
          || mapping.find("discriminator").isPresent()) {
        return false;
      }
    }
    return compositions == 1 && schema.find("discriminator").isEmpty();
  }
}
