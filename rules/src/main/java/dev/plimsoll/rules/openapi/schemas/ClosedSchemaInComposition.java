package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.SchemaShape;
import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** additionalProperties sees the properties of its own schema alone, and refuses the others. */
@RuleInfo(
    id = "openapi/closed-schema-in-composition",
    title = "Closed member rejects its siblings' properties",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class ClosedSchemaInComposition extends OpenApiRule {

  private static final int MOST_MEMBERS = 64;
  private static final int MOST_NAMES = 3;

  @Override
  public void schema(OpenApiObject schema, OpenApiDescription api, RuleContext context) {
    List<YamlNode> all = List.of();
    List<YamlNode> any = List.of();
    for (Entry entry : schema.node().entries()) {
      if (entry.key() instanceof Scalar key && entry.value() instanceof Sequence list) {
        if (key.text().equals("allOf")) {
          all = list.items();
        } else if (key.text().equals("oneOf") || key.text().equals("anyOf")) {
          any = any.isEmpty() ? new ArrayList<>() : any;
          any.addAll(list.items());
        }
      }
    }
    if ((!all.isEmpty() || !any.isEmpty()) && all.size() + any.size() <= MOST_MEMBERS) {
      judge(schema, all, any, api, context);
    }
  }

  private static void judge(
      OpenApiObject schema,
      List<YamlNode> all,
      List<YamlNode> any,
      OpenApiDescription api,
      RuleContext context) {
    Set<String> own = names(schema.node());
    List<SchemaShape> shapes = new ArrayList<>();
    Map<String, Integer> uses = new HashMap<>();
    for (String name : own) {
      uses.merge(name, 1, Integer::sum);
    }
    for (YamlNode member : all) {
      SchemaShape shape = SchemaShape.of(member, api);
      shapes.add(shape);
      for (String name : shape.properties().keySet()) {
        uses.merge(name, 1, Integer::sum);
      }
    }
    if (isClosed(schema.node())) {
      Set<String> others = new LinkedHashSet<>(uses.keySet());
      for (YamlNode member : any) {
        others.addAll(SchemaShape.of(member, api).properties().keySet());
      }
      others.removeAll(own);
      reportOwn(schema, others, api, context);
    }
    for (int i = 0; i < all.size(); i++) {
      Set<String> others = new LinkedHashSet<>();
      for (Map.Entry<String, Integer> use : uses.entrySet()) {
        boolean isOwn = shapes.get(i).properties().containsKey(use.getKey());
        if (use.getValue() > (isOwn ? 1 : 0)) {
          others.add(use.getKey());
        }
      }
      member(all.get(i), shapes.get(i), others, schema, context);
    }
    for (YamlNode member : any) {
      member(member, SchemaShape.of(member, api), uses.keySet(), schema, context);
    }
  }

  private static Set<String> names(Mapping schema) {
    Set<String> names = new HashSet<>();
    Optional<YamlNode> properties = schema.find("properties");
    if (properties.isPresent() && properties.get() instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        if (entry.key() instanceof Scalar name) {
          names.add(name.text());
        }
      }
    }
    return names;
  }

  private static boolean isClosed(Mapping schema) {
    Optional<YamlNode> others = schema.find("additionalProperties");
    return others.isPresent()
        && others.get() instanceof Scalar scalar
        && CoreSchema.type(scalar) == CoreSchema.Type.BOOLEAN
        && scalar.text().equalsIgnoreCase("false")
        && schema.find("patternProperties").isEmpty()
        && schema.find("<<").isEmpty();
  }

  private static void member(
      YamlNode member,
      SchemaShape shape,
      Collection<String> others,
      OpenApiObject schema,
      RuleContext context) {
    if (!shape.isClosed()) {
      return;
    }
    for (Mapping part : shape.parts()) {
      if (isClosed(part)) {
        Set<String> rejected = new LinkedHashSet<>(others);
        rejected.removeAll(names(part));
        if (!rejected.isEmpty()) {
          YamlNode closing = part.find("additionalProperties").orElseThrow();
          boolean isInline = part.slice().equals(member.slice());
          context.report(
              Finding.at(
                      schema.anchor(),
                      isInline ? closing.slice() : Members.place(member),
                      "this member takes no other properties, so it rejects %s beside it",
                      list(rejected))
                  .related(closing.slice(), "closed here"));
          return;
        }
      }
    }
  }

  private static String list(Set<String> names) {
    StringBuilder list = new StringBuilder();
    int count = 0;
    for (String name : names) {
      if (count == MOST_NAMES) {
        return list + " and " + (names.size() - MOST_NAMES) + " more";
      }
      list.append(count == 0 ? "" : ", ").append(name);
      count++;
    }
    return list.toString();
  }

  private static void reportOwn(
      OpenApiObject schema, Set<String> others, OpenApiDescription api, RuleContext context) {
    if (others.isEmpty()) {
      return;
    }
    Entry closing = schema.node().entry("additionalProperties").orElseThrow();
    Finding finding =
        Finding.at(
            schema.anchor().child("additionalProperties"),
            closing.value().slice(),
            "this rejects %s, which members of the composition have",
            list(others));
    if (api.hasJsonSchema()) {
      OpenApiFile file = api.file(schema);
      finding =
          finding.withFix(
              Fix.unsafe(
                      "Make it unevaluatedProperties",
                      YamlEdits.of(file.yaml(), file.source())
                          .renameKey(schema.node(), closing, "unevaluatedProperties"))
                  .declaring(
                      ModelChange.of(
                          ModelChange.Kind.REMOVE,
                          file.name(),
                          schema.anchor().child("additionalProperties")))
                  .declaring(
                      ModelChange.of(
                          ModelChange.Kind.ADD,
                          file.name(),
                          schema.anchor().child("unevaluatedProperties"))));
    }
    context.report(finding);
  }
}
