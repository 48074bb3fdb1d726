package dev.plimsoll.rules.openapi.references;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rules.openapi.operations.Operations;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Generators name a method by it: one of the two is lost. */
@RuleInfo(
    id = "openapi/operation-id-duplicate",
    title = "operationId is used twice",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:operation-operationId-unique",
      "redocly:operation-operationId-unique",
      "vacuum:operation-operationId-unique"
    })
public final class OperationIdDuplicate extends OpenApiRule {

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    Map<String, OpenApiObject> first = new HashMap<>();
    Set<String> all = new HashSet<>();
    for (OpenApiObject object : api.objects(ObjectKind.OPERATION)) {
      all.add(object.text("operationId"));
    }
    for (OpenApiObject object : api.objects(ObjectKind.OPERATION)) {
      Optional<Scalar> id = object.scalar("operationId");
      if (id.isPresent() && !id.get().text().isEmpty()) {
        OpenApiObject known = first.putIfAbsent(id.get().text(), object);
        if (known != null) {
          report(id.get(), known, object, all, context);
        }
      }
    }
  }

  private static void report(
      Scalar id, OpenApiObject known, OpenApiObject object, Set<String> all, RuleContext context) {
    int number = 2;
    while (!all.add(id.text() + number)) {
      number++;
    }
    Edit edit = Edit.replaceWord(id.slice(), id.text() + number);
    context.report(
        Finding.at(
                object.anchor().child("operationId"),
                id.slice(),
                "%s is called %s, too",
                Operations.label(known),
                id.text())
            .related(known.scalar("operationId").orElseThrow().slice(), "the first one")
            .withFix(
                Fix.unsafe("Call it " + id.text() + number, edit)
                    .changing(object.anchor().child("operationId"))));
  }
}
