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
    for (OpenApiObject object : api.objects()) {
      if (object.kind() == ObjectKind.PARAMETER || object.kind() == ObjectKind.HEADER) {
        examples.parameter(object);
      } else if (object.kind() == ObjectKind.MEDIA_TYPE && Examples.isOfParameter(object)) {
        examples.mediaType(object);
      }
    }
  }
}
