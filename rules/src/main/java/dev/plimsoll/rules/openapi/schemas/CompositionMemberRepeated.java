package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
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
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** With the same schema twice a value always meets two members, and oneOf refuses it. */
@RuleInfo(
    id = "openapi/composition-member-repeated",
    title = "Composition repeats a member",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = "redocly:no-illogical-composition-keywords")
public final class CompositionMemberRepeated extends OpenApiRule {

  /** Longer ones are not compared: members hold others, which would be read again and again. */
  private static final int LONGEST = 2_000;

  @Override
  public void schema(OpenApiObject schema, OpenApiDescription api, RuleContext context) {
    for (Entry entry : schema.node().entries()) {
      if (entry.key() instanceof Scalar key
          && entry.value() instanceof Sequence members
          && members.items().size() > 1
          && isComposition(key.text())) {
        members(key.text(), members, schema, api, context);
      }
    }
  }

  private static boolean isComposition(String keyword) {
    return keyword.equals("allOf") || keyword.equals("anyOf") || keyword.equals("oneOf");
  }

  private static void members(
      String keyword,
      Sequence members,
      OpenApiObject schema,
      OpenApiDescription api,
      RuleContext context) {
    Map<String, Slice> first = new HashMap<>();
    for (YamlNode member : members.items()) {
      StringBuilder written = new StringBuilder();
      if (member.slice().span().length() > LONGEST || !write(member, written)) {
        continue;
      }
      Slice known = first.putIfAbsent(written.toString(), member.slice());
      if (known != null) {
        report(keyword, member, known, members, schema, api, context);
      }
    }
  }

  /** Writes what a node says, the same for equal ones alone; false where that is not known. */
  private static boolean write(YamlNode node, StringBuilder out) {
    if (node instanceof Scalar scalar) {
      out.append(CoreSchema.type(scalar)).append(' ').append(scalar.text().length());
      out.append(' ').append(scalar.text()).append('\n');
      return scalar.properties().tag().isEmpty();
    }
    if (node instanceof Sequence list) {
      out.append("[\n");
      for (YamlNode item : list.items()) {
        if (!write(item, out)) {
          return false;
        }
      }
      out.append("]\n");
      return true;
    }
    return node instanceof Mapping mapping && writeSorted(mapping, out);
  }

  private static boolean writeSorted(Mapping mapping, StringBuilder out) {
    Map<String, YamlNode> sorted = new TreeMap<>();
    for (Entry entry : mapping.entries()) {
      if (!(entry.key() instanceof Scalar key)
          || key.text().equals("<<")
          || sorted.put(key.text(), entry.value()) != null) {
        return false;
      }
    }
    out.append("{\n");
    for (Map.Entry<String, YamlNode> entry : sorted.entrySet()) {
      out.append(entry.getKey().length()).append(' ').append(entry.getKey()).append('\n');
      if (!write(entry.getValue(), out)) {
        return false;
      }
    }
    out.append("}\n");
    return true;
  }

  private static void report(
      String keyword,
      YamlNode member,
      Slice known,
      Sequence members,
      OpenApiObject schema,
      OpenApiDescription api,
      RuleContext context) {
    OpenApiFile file = api.file(schema);
    Anchor anchor = schema.anchor().child(keyword);
    context.report(
        Finding.at(
                anchor,
                Members.place(member),
                keyword.equals("oneOf")
                    ? "%s has this member twice: what meets it is refused"
                    : "%s has this member twice",
                keyword)
            .related(known, "the first one")
            .withFix(
                Fix.unsafe(
                        "Remove the second one",
                        YamlEdits.of(file.yaml(), file.source()).removeItem(members, member))
                    .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), anchor))
                    .mayTrigger("openapi/composition-single-member")));
  }
}
