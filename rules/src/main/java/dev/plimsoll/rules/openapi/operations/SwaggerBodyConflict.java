package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A request has one body: no client can send two. */
@RuleInfo(
    id = "openapi/swagger-body-conflict",
    title = "Operation has conflicting body parameters",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    aliases = {"spectral:operation-parameters", "vacuum:operation-parameters", "zally:M009"})
public final class SwaggerBodyConflict extends OpenApiRule {

  @Override
  public void operation(OpenApiObject operation, OpenApiDescription api, RuleContext context) {
    check(operation, api, context);
  }

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.PATH_ITEM);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    check(object, api, context);
  }

  private static void check(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (!api.version().equals(Optional.of(OpenApiVersion.V2_0))
        || object.find("parameters").isEmpty()) {
      return;
    }
    List<SwaggerBody.Part> parts = SwaggerBody.of(object, api);
    for (int i = 1; i < parts.size(); i++) {
      SwaggerBody.Part part = parts.get(i);
      SwaggerBody.Part first = parts.get(0);
      boolean isSame = part.isForm() == first.isForm() && part.name().equals(first.name());
      if (part.owner().equals(object) && !(first.isForm() && part.isForm()) && !isSame) {
        context.report(
            Finding.at(
                    object.anchor().child("parameters"),
                    part.place(),
                    "%s has %s beside %s: a request has one body",
                    object.kind() == ObjectKind.PATH_ITEM
                        ? object.name()
                        : Operations.label(object),
                    part.label(),
                    first.label())
                .related(first.place(), "the other one"));
        return;
      }
    }
  }
}
