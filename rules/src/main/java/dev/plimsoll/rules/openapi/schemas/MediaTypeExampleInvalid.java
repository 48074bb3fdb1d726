package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.model.openapi.schema.Direction;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Optional;

/** Readers copy an example, mock servers answer with it: one of them is wrong, it or the schema. */
@RuleInfo(
    id = "openapi/media-type-example-invalid",
    title = "Body example violates its schema",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:oas2-valid-media-example",
      "spectral:oas3-valid-media-example",
      "redocly:no-invalid-media-type-examples",
      "vacuum:oas3-valid-schema-example"
    })
public final class MediaTypeExampleInvalid extends OpenApiRule {

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    Judge judge = new Judge(api, context);
    Examples examples = new Examples(api, judge);
    for (OpenApiObject object : api.objects(ObjectKind.MEDIA_TYPE)) {
      if (!Examples.isOfParameter(object)) {
        examples.mediaType(object);
      }
    }
    if (api.version().equals(Optional.of(OpenApiVersion.V2_0))) {
      for (OpenApiObject object : api.objects(ObjectKind.RESPONSE)) {
        response(object, judge);
      }
    }
  }

  private static void response(OpenApiObject response, Judge judge) {
    Optional<YamlNode> all = response.find("examples");
    Optional<YamlNode> schema = response.find("schema");
    if (all.isEmpty() || schema.isEmpty() || !(all.get() instanceof Mapping mapping)) {
      return;
    }
    for (Entry entry : mapping.entries()) {
      if (entry.key() instanceof Scalar name && MediaTypes.isExact(name.text(), entry.value())) {
        judge.judge(
            new Judge.Case(
                entry.value(), name.slice(), schema.get(), Direction.RESPONSE, "the example"));
      }
    }
  }
}
