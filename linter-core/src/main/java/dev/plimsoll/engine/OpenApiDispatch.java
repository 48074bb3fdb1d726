package dev.plimsoll.engine;

import dev.plimsoll.engine.RuleRun.Call;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.Reference;
import dev.plimsoll.model.openapi.StructureFault;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import java.util.List;

/** Walks the objects of an OpenAPI document once and calls the hooks that some rule overrides. */
final class OpenApiDispatch {

  private final List<Active<OpenApiRule>> document;
  private final List<Active<OpenApiRule>> fault;
  private final List<Active<OpenApiRule>> reference;
  private final List<Active<OpenApiRule>> operation;
  private final List<Active<OpenApiRule>> schema;
  private final List<Active<OpenApiRule>> object;

  OpenApiDispatch(RuleSet rules) {
    this.document = rules.openApi().overriding("document");
    this.fault = rules.openApi().overriding("fault");
    this.reference = rules.openApi().overriding("reference");
    this.operation = rules.openApi().overriding("operation");
    this.schema = rules.openApi().overriding("schema");
    this.object = rules.openApi().overriding("object");
  }

  void walk(OpenApiFile file, RuleRun rules) {
    rules.each(
        document,
        new Call<>() {
          @Override
          void on(OpenApiRule rule, RuleContext context) {
            rule.document(file, context);
          }
        });
    for (StructureFault each : file.faults()) {
      fault(each, file, rules);
    }
    for (Reference each : file.references()) {
      reference(each, file, rules);
    }
    for (OpenApiObject each : file.objects()) {
      object(each, file, rules);
    }
  }

  private void fault(StructureFault node, OpenApiFile file, RuleRun rules) {
    rules.each(
        fault,
        new Call<>() {
          @Override
          void on(OpenApiRule rule, RuleContext context) {
            rule.fault(node, file, context);
          }
        });
  }

  private void reference(Reference node, OpenApiFile file, RuleRun rules) {
    rules.each(
        reference,
        new Call<>() {
          @Override
          void on(OpenApiRule rule, RuleContext context) {
            rule.reference(node, file, context);
          }
        });
  }

  private void object(OpenApiObject node, OpenApiFile file, RuleRun rules) {
    ObjectKind kind = node.kind();
    rules.each(
        kind == ObjectKind.OPERATION ? operation : kind == ObjectKind.SCHEMA ? schema : object,
        new Call<>() {
          @Override
          void on(OpenApiRule rule, RuleContext context) {
            if (kind == ObjectKind.OPERATION) {
              rule.operation(node, file, context);
            } else if (kind == ObjectKind.SCHEMA) {
              rule.schema(node, file, context);
            } else {
              rule.object(node, file, context);
            }
          }
        });
  }
}
