package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/** It composes nothing, and generators make a class of its own for it. */
@RuleInfo(
    id = "openapi/composition-single-member",
    title = "Composition has a single member",
    severity = Severity.INFO,
    category = Category.MAINTAINABILITY,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    aliases = {"redocly:no-illogical-composition-keywords", "vacuum:no-unnecessary-combinator"})
public final class CompositionSingleMember extends OpenApiRule {

  @Override
  public void schema(OpenApiObject schema, OpenApiDescription api, RuleContext context) {
    for (Entry entry : schema.node().entries()) {
      if (entry.key() instanceof Scalar key
          && entry.value() instanceof Sequence members
          && members.items().size() < 2
          && isComposition(key.text())) {
        judge(key.text(), entry, members, schema, api, context);
      }
    }
  }

  private static boolean isComposition(String keyword) {
    return keyword.equals("allOf") || keyword.equals("anyOf") || keyword.equals("oneOf");
  }

  private static void judge(
      String keyword,
      Entry entry,
      Sequence members,
      OpenApiObject schema,
      OpenApiDescription api,
      RuleContext context) {
    Anchor anchor = schema.anchor().child(keyword);
    if (members.items().isEmpty()) {
      context.report(Finding.at(anchor, entry.key().slice(), "%s has no member", keyword));
      return;
    }
    Optional<Entry> reference = reference(members.items().get(0));
    boolean isAlone = schema.node().entries().size() == 1;
    boolean isWrapper =
        keyword.equals("allOf")
            && reference.isPresent()
            && (!isAlone || isKind(reference.get().value(), api));
    if (isWrapper || schema.find("discriminator").isPresent() || Keywords.isOpen(schema, api)) {
      return; // many tools leave out what stands beside a reference
    }
    Finding finding =
        Finding.at(
            anchor,
            entry.key().slice(),
            "%s has a single member, and composes nothing%s",
            keyword,
            isAlone ? ": put the member in its place" : "");
    context.report(
        reference.isPresent() && isAlone
            ? finding.withFix(fix(entry, members, reference.get(), anchor, schema, api))
            : finding);
  }

  /** The reference that a member is, and nothing else. */
  private static Optional<Entry> reference(YamlNode member) {
    return member instanceof Mapping mapping && mapping.entries().size() == 1
        ? mapping.entry("$ref")
        : Optional.empty();
  }

  /** Whether it refers to what tells its kinds apart: then this is one of them. */
  private static boolean isKind(YamlNode reference, OpenApiDescription api) {
    Optional<YamlNode> target =
        reference instanceof Scalar text ? api.find(text) : Optional.empty();
    return target.isEmpty()
        || (target.get() instanceof Mapping mapping && mapping.find("discriminator").isPresent());
  }

  private static Fix fix(
      Entry entry,
      Sequence members,
      Entry reference,
      Anchor anchor,
      OpenApiObject schema,
      OpenApiDescription api) {
    OpenApiFile file = api.file(schema);
    Slice all = entry.key().slice().to(members.slice());
    String key = file.isJson() ? "\"$ref\": " : "$ref: ";
    Edit edit =
        all.text().contains(" #")
            ? new Edit.Impossible("a comment would be lost")
            : Edit.replace(all, key + reference.value().slice().text());
    return Fix.unsafe("Refer to it", edit)
        .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), anchor))
        .declaring(
            ModelChange.of(ModelChange.Kind.ADD, file.name(), schema.anchor().child("$ref")));
  }
}
