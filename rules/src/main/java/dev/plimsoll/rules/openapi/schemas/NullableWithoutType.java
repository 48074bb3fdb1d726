package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.model.openapi.SchemaShape;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Optional;

/** nullable adds null to the types that stand beside it: with none there it does nothing. */
@RuleInfo(
    id = "openapi/nullable-without-type",
    title = "nullable has no type beside it",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    aliases = "redocly:nullable-type-sibling")
public final class NullableWithoutType extends OpenApiRule {

  @Override
  public void schema(OpenApiObject schema, OpenApiDescription api, RuleContext context) {
    Optional<Entry> nullable = schema.node().entry("nullable");
    if (nullable.isEmpty()
        || api.version().orElseThrow() != OpenApiVersion.V3_0
        || !Keywords.isTrue(schema.node(), "nullable")
        || schema.find("type").isPresent()
        || Keywords.isOpen(schema, api)) {
      return;
    }
    Finding finding =
        Finding.at(
            schema.anchor().child("nullable"),
            nullable.get().key().slice(),
            "nullable adds null to the type beside it, so it has no effect without one");
    String type = meant(schema, api);
    if (!type.isEmpty()) {
      OpenApiFile file = api.file(schema);
      finding =
          finding.withFix(
              Fix.unsafe(
                      "Name the type " + type,
                      YamlEdits.of(file.yaml(), file.source())
                          .addKeyAfter(schema.node(), nullable.get(), "type", NewYaml.text(type)))
                  .declaring(
                      ModelChange.of(
                          ModelChange.Kind.ADD, file.name(), schema.anchor().child("type"))));
    }
    context.report(finding);
  }

  /** The type that what stands beside it asks for; empty where that is not one. */
  private static String meant(OpenApiObject schema, OpenApiDescription api) {
    SchemaShape shape = SchemaShape.of(schema.node(), api);
    if (shape.types().isPresent()) {
      boolean isOne = shape.types().get().size() == 1;
      String only = isOne ? shape.types().get().iterator().next() : "";
      return Keywords.isType(only) ? only : "";
    }
    return ImpliedType.of(schema);
  }
}
