package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Validators refuse the whole schema for it. */
@RuleInfo(
    id = "openapi/required-list-invalid",
    title = "Required list is empty or repeats a name",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:oas2-schema",
      "spectral:oas3-schema",
      "vacuum:oas2-schema",
      "vacuum:oas3-schema",
      "vacuum:required-fields-defined",
      "zally:101"
    })
public final class RequiredListInvalid extends OpenApiRule {

  @Override
  public void schema(OpenApiObject schema, OpenApiDescription api, RuleContext context) {
    Optional<YamlNode> required = schema.find("required");
    if (required.isEmpty() || !(required.get() instanceof Sequence list)) {
      return;
    }
    if (list.items().isEmpty()) {
      if (!api.version().orElseThrow().hasJsonSchema()) {
        reportEmpty(list, schema, api, context);
      }
    } else if (list.items().size() > 1) {
      repeats(list, schema, api, context);
    }
  }

  private static void reportEmpty(
      Sequence list, OpenApiObject schema, OpenApiDescription api, RuleContext context) {
    OpenApiFile file = api.file(schema);
    Anchor anchor = schema.anchor().child("required");
    Entry entry = schema.node().entry("required").orElseThrow();
    context.report(
        Finding.at(
                anchor,
                list.slice(),
                "OpenAPI %s takes no empty list for required: leave it out",
                api.version().orElseThrow().id())
            .withFix(
                Fix.unsafe(
                        "Remove the empty list",
                        YamlEdits.of(file.yaml(), file.source()).removeEntry(schema.node(), entry))
                    .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), anchor))));
  }

  private static void repeats(
      Sequence list, OpenApiObject schema, OpenApiDescription api, RuleContext context) {
    Map<String, Slice> first = new HashMap<>();
    for (YamlNode item : list.items()) {
      if (item instanceof Scalar name) {
        Slice known = first.putIfAbsent(name.text(), name.slice());
        if (known != null) {
          OpenApiFile file = api.file(schema);
          Anchor anchor = schema.anchor().child("required");
          context.report(
              Finding.at(anchor, name.slice(), "%s is required twice", name.text())
                  .related(known, "the first time")
                  .withFix(
                      Fix.unsafe(
                              "Name it once",
                              YamlEdits.of(file.yaml(), file.source()).removeItem(list, name))
                          .declaring(
                              ModelChange.of(ModelChange.Kind.REMOVE, file.name(), anchor))));
        }
      }
    }
  }
}
