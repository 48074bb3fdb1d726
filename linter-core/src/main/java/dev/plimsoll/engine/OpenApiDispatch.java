package dev.plimsoll.engine;

import dev.plimsoll.engine.RuleRun.Call;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.Reference;
import dev.plimsoll.model.openapi.StructureFault;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import java.util.List;

/**
 * Shows each rule all of a description at once, by the hooks that it overrides. One rule after the
 * other: a loop that calls one rule runs several times as fast in a young process as one that calls
 * them in turn.
 */
final class OpenApiDispatch {

  private final List<Active<OpenApiRule>> rules;
  private final boolean[] file;
  private final boolean[] description;
  private final boolean[] fault;
  private final boolean[] reference;
  private final boolean[] operation;
  private final boolean[] schema;
  private final boolean[] object;

  OpenApiDispatch(RuleSet rules) {
    this.rules = rules.openApi().all();
    this.file = overriding("file", rules);
    this.description = overriding("description", rules);
    this.fault = overriding("fault", rules);
    this.reference = overriding("reference", rules);
    this.operation = overriding("operation", rules);
    this.schema = overriding("schema", rules);
    this.object = overriding("object", rules);
  }

  /** Which rules override a hook, by their slots. */
  private static boolean[] overriding(String hook, RuleSet rules) {
    boolean[] slots = new boolean[rules.slots()];
    for (Active<OpenApiRule> active : rules.openApi().overriding(hook)) {
      slots[active.slot()] = true;
    }
    return slots;
  }

  /** Judges a file in each of the descriptions that it is a part of. */
  void walk(
      OpenApiFile model,
      Reading.Described described,
      SharedFindings shared,
      Part part,
      RuleRun run) {
    for (Active<OpenApiRule> active : rules) {
      if (part.has(active)) {
        run.one(
            active,
            new Call<>() {
              @Override
              void on(OpenApiRule rule, RuleContext context) {
                judge(active, model, described.all(), shared, context);
              }
            });
      }
    }
    run.restOn(described.asked());
  }

  private void judge(
      Active<OpenApiRule> active,
      OpenApiFile model,
      List<OpenApiDescription> descriptions,
      SharedFindings shared,
      RuleContext context) {
    if (file[active.slot()]) {
      active.rule().file(model, context);
    }
    for (OpenApiDescription api : descriptions) {
      if (api.files().size() == 1) {
        show(active, api, context);
      } else {
        context.keepTo(model.name());
        shared.report(active, api, this, model.name(), context);
      }
    }
  }

  /** Shows a rule all of a description. */
  void show(Active<OpenApiRule> active, OpenApiDescription api, RuleContext context) {
    OpenApiRule rule = active.rule();
    int slot = active.slot();
    if (description[slot]) {
      rule.description(api, context);
    }
    if (fault[slot]) {
      for (StructureFault each : api.faults()) {
        rule.fault(each, api, context);
      }
    }
    if (reference[slot]) {
      for (Reference each : api.references()) {
        rule.reference(each, api, context);
      }
    }
    if (operation[slot]) {
      for (OpenApiObject each : api.objects(ObjectKind.OPERATION)) {
        rule.operation(each, api, context);
      }
    }
    if (schema[slot]) {
      for (OpenApiObject each : api.objects(ObjectKind.SCHEMA)) {
        rule.schema(each, api, context);
      }
    }
    if (object[slot]) {
      objects(rule, api, context);
    }
  }

  private static void objects(OpenApiRule rule, OpenApiDescription api, RuleContext context) {
    for (ObjectKind kind : rule.kinds()) {
      for (OpenApiObject each : api.objects(kind)) {
        rule.object(each, api, context);
      }
    }
  }
}
