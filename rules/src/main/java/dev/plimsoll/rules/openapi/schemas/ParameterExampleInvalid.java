package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;

/** Pages that try an API out fill it in, and send what the server refuses. */
@RuleInfo(
    id = "openapi/parameter-example-invalid",
    title = "Parameter or header example violates its schema",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:oas3-valid-media-example",
      "redocly:no-invalid-parameter-examples",
      "vacuum:oas3-valid-schema-example"
    })
public final class ParameterExampleInvalid extends OpenApiRule {

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    Examples examples = new Examples(api, new Judge(api, context));
    for (OpenApiObject object : api.objects(ObjectKind.PARAMETER)) {
      examples.parameter(object);
    }
    for (OpenApiObject object : api.objects(ObjectKind.HEADER)) {
      examples.parameter(object);
    }
    for (OpenApiObject object : api.objects(ObjectKind.MEDIA_TYPE)) {
      if (Examples.isOfParameter(object)) {
        examples.mediaType(object);
      }
    }
  }
}
