package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import java.util.Set;

/** Judges what carries the keywords of a schema: in 2.0 parameters, headers and items, too. */
abstract class KeywordRule extends OpenApiRule {

  @Override
  public final void schema(OpenApiObject schema, OpenApiDescription api, RuleContext context) {
    keywords(schema, api, context);
  }

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.PARAMETER, ObjectKind.HEADER, ObjectKind.ITEMS);
  }

  @Override
  public final void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (api.version().orElseThrow() == OpenApiVersion.V2_0) {
      keywords(object, api, context);
    }
  }

  abstract void keywords(OpenApiObject object, OpenApiDescription api, RuleContext context);
}
