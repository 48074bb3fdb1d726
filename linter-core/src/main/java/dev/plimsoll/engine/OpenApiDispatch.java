package dev.plimsoll.engine;

import dev.plimsoll.engine.RuleRun.Call;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.Reference;
import dev.plimsoll.model.openapi.StructureFault;
import dev.plimsoll.project.Inquiry;
import dev.plimsoll.project.ProjectView;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import java.util.List;

/** Walks the objects of an OpenAPI document once and calls the hooks that some rule overrides. */
final class OpenApiDispatch {

  private final List<Active<OpenApiRule>> file;
  private final List<Active<OpenApiRule>> description;
  private final List<Active<OpenApiRule>> fault;
  private final List<Active<OpenApiRule>> reference;
  private final List<Active<OpenApiRule>> operation;
  private final List<Active<OpenApiRule>> schema;
  private final List<Active<OpenApiRule>> object;
  private final List<Active<OpenApiRule>> all;

  OpenApiDispatch(RuleSet rules) {
    this.file = rules.openApi().overriding("file");
    this.description = rules.openApi().overriding("description");
    this.fault = rules.openApi().overriding("fault");
    this.reference = rules.openApi().overriding("reference");
    this.operation = rules.openApi().overriding("operation");
    this.schema = rules.openApi().overriding("schema");
    this.object = rules.openApi().overriding("object");
    this.all = rules.openApi().all();
  }

  /** Judges a file in each of the descriptions that it is a part of. */
  /** Walks the descriptions that a file is a part of, and gives them. */
  List<OpenApiDescription> walk(OpenApiFile model, SharedFindings shared, RuleRun rules) {
    rules.each(
        file,
        new Call<>() {
          @Override
          void on(OpenApiRule rule, RuleContext context) {
            rule.file(model, context);
          }
        });
    Inquiry inquiry = new Inquiry();
    ProjectView view = new ProjectView(shared.project(), inquiry);
    List<OpenApiDescription> descriptions = view.descriptions(model);
    for (OpenApiDescription api : descriptions) {
      if (api.files().size() == 1) {
        walk(api, rules);
      } else {
        part(model, api, shared, rules);
      }
    }
    rules.restOn(inquiry);
    return descriptions;
  }

  private void part(
      OpenApiFile model, OpenApiDescription api, SharedFindings shared, RuleRun rules) {
    for (Active<OpenApiRule> active : all) {
      rules.each(
          List.of(active),
          new Call<>() {
            @Override
            void on(OpenApiRule rule, RuleContext context) {
              context.keepTo(model.name());
              shared.report(active, api, model.name(), context);
            }
          });
    }
  }

  /** Shows a rule all of a description. */
  static void all(OpenApiRule rule, OpenApiDescription api, RuleContext context) {
    rule.description(api, context);
    for (StructureFault each : api.faults()) {
      rule.fault(each, api, context);
    }
    for (Reference each : api.references()) {
      rule.reference(each, api, context);
    }
    for (OpenApiObject each : api.objects()) {
      one(rule, each, api, context);
    }
  }

  private static void one(
      OpenApiRule rule, OpenApiObject node, OpenApiDescription api, RuleContext context) {
    switch (node.kind()) {
      case OPERATION -> rule.operation(node, api, context);
      case SCHEMA -> rule.schema(node, api, context);
      default -> rule.object(node, api, context);
    }
  }

  private void walk(OpenApiDescription api, RuleRun rules) {
    rules.each(
        description,
        new Call<>() {
          @Override
          void on(OpenApiRule rule, RuleContext context) {
            rule.description(api, context);
          }
        });
    for (StructureFault each : api.faults()) {
      fault(each, api, rules);
    }
    for (Reference each : api.references()) {
      reference(each, api, rules);
    }
    for (OpenApiObject each : api.objects()) {
      object(each, api, rules);
    }
  }

  private void fault(StructureFault node, OpenApiDescription api, RuleRun rules) {
    rules.each(
        fault,
        new Call<>() {
          @Override
          void on(OpenApiRule rule, RuleContext context) {
            rule.fault(node, api, context);
          }
        });
  }

  private void reference(Reference node, OpenApiDescription api, RuleRun rules) {
    rules.each(
        reference,
        new Call<>() {
          @Override
          void on(OpenApiRule rule, RuleContext context) {
            rule.reference(node, api, context);
          }
        });
  }

  private void object(OpenApiObject node, OpenApiDescription api, RuleRun rules) {
    ObjectKind kind = node.kind();
    rules.each(
        kind == ObjectKind.OPERATION ? operation : kind == ObjectKind.SCHEMA ? schema : object,
        new Call<>() {
          @Override
          void on(OpenApiRule rule, RuleContext context) {
            one(rule, node, api, context);
          }
        });
  }
}
