package dev.plimsoll.rules.openapi.naming;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rules.openapi.operations.Entries;
import dev.plimsoll.rules.openapi.operations.Operations;
import java.util.Optional;

/** Generators then make up the names of methods, each in its own way. */
@RuleInfo(
    id = "openapi/operation-id-missing",
    title = "Operation has no operationId",
    severity = Severity.WARNING,
    category = Category.MAINTAINABILITY,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:operation-operationId",
      "redocly:operation-operationId",
      "vacuum:operation-operationId"
    })
public final class OperationIdMissing extends OpenApiRule {

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    Optional<OperationIds> ids = Optional.empty();
    for (OpenApiObject object : api.objects(ObjectKind.OPERATION)) {
      if (isServed(object)) {
        Optional<YamlNode> id = object.find("operationId");
        boolean isBlank =
            id.isPresent() && id.get() instanceof Scalar text && text.text().isBlank();
        if (id.isEmpty() ? !Entries.isOpen(object, api) : isBlank) {
          OperationIds known = ids.orElseGet(() -> new OperationIds(api));
          ids = Optional.of(known);
          report(object, id, known, api, context);
        }
      }
    }
  }

  /** Of a webhook or callback the name tells which it is, and no client calls it. */
  private static boolean isServed(OpenApiObject operation) {
    return operation.parent().isPresent() && OperationIds.isPath(operation.parent().get());
  }

  private static void report(
      OpenApiObject operation,
      Optional<YamlNode> blank,
      OperationIds ids,
      OpenApiDescription api,
      RuleContext context) {
    String name = ids.create(operation);
    OpenApiFile file = api.file(operation);
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    NewYaml text = NewYaml.text(name);
    Edit edit = blank.isPresent() ? edits.replace(blank.get(), text) : add(operation, text, edits);
    ModelChange.Kind kind = blank.isPresent() ? ModelChange.Kind.CHANGE : ModelChange.Kind.ADD;
    context.report(
        Finding.at(
                operation.anchor(),
                blank.isPresent() ? blank.get().slice() : operation.key(),
                "%s has no operationId",
                Operations.label(operation))
            .withFix(
                Fix.unsafe("Call it " + name, edit)
                    .declaring(
                        ModelChange.of(
                            kind, file.name(), operation.anchor().child("operationId")))));
  }

  private static Edit add(OpenApiObject operation, NewYaml id, YamlEdits edits) {
    Optional<YamlNode.Entry> summary = operation.node().entry("summary");
    Optional<YamlNode.Entry> before =
        summary.isPresent() ? summary : operation.node().entry("tags");
    return before.isPresent()
        ? edits.addKeyAfter(operation.node(), before.get(), "operationId", id)
        : edits.addFirstKey(operation.node(), "operationId", id);
  }
}
