package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.schema.Direction;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Optional;

/** Readers copy an example, mock servers answer with it: one of them is wrong, it or the schema. */
@RuleInfo(
    id = "openapi/schema-example-invalid",
    title = "Schema example violates its schema",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:oas2-valid-schema-example",
      "spectral:oas3-valid-schema-example",
      "redocly:no-invalid-schema-examples",
      "vacuum:oas3-valid-schema-example"
    })
public final class SchemaExampleInvalid extends OpenApiRule {

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    Judge judge = new Judge(api, context);
    for (OpenApiObject object : api.objects(ObjectKind.SCHEMA)) {
      schema(object, api, judge);
    }
  }

  private static void schema(OpenApiObject schema, OpenApiDescription api, Judge judge) {
    Optional<YamlNode> example = schema.find("example");
    if (example.isPresent()) {
      judge.judge(
          new Judge.Case(
              example.get(),
              schema.keyOf("example").orElseThrow(),
              schema.node(),
              Direction.ANY,
              "the example"));
    }
    Optional<YamlNode> examples = api.hasJsonSchema() ? schema.find("examples") : Optional.empty();
    if (examples.isPresent() && examples.get() instanceof Sequence list) {
      for (YamlNode each : list.items()) {
        judge.judge(
            new Judge.Case(each, Judge.keyOf(each), schema.node(), Direction.ANY, "the example"));
      }
    }
  }
}
