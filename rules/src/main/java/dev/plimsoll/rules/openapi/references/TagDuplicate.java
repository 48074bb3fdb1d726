package dev.plimsoll.rules.openapi.references;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rules.openapi.operations.Trees;
import dev.plimsoll.text.Anchor;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What one of the two says is lost, or the operations are listed twice. */
@RuleInfo(
    id = "openapi/tag-duplicate",
    title = "Tag is defined twice",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:openapi-tags-uniqueness",
      "spectral:oas3-schema",
      "redocly:no-duplicated-tag-names",
      "vacuum:oas3-schema"
    },
    options = TagDuplicate.Options.class)
public final class TagDuplicate extends OpenApiRule {

  /** What the rule can be told. */
  public record Options(
      @Option(
              help = "whether names that differ in upper and lower case only are alike",
              byDefault = "false")
          boolean ignoreCase) {}

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    Optional<RootTags> tags = RootTags.of(api);
    if (tags.isEmpty()) {
      return;
    }
    boolean ignoresCase = context.options(Options.class).ignoreCase();
    Map<String, YamlNode> known = new HashMap<>();
    for (YamlNode item : tags.get().list().items()) {
      Optional<Scalar> name = RootTags.name(item);
      if (name.isPresent() && !name.get().text().isEmpty()) {
        String text = name.get().text();
        YamlNode first =
            known.putIfAbsent(ignoresCase ? text.toLowerCase(Locale.ROOT) : text, item);
        if (first != null) {
          report(name.get(), item, first, tags.get(), api, context);
        }
      }
    }
  }

  private static void report(
      Scalar name,
      YamlNode item,
      YamlNode first,
      RootTags tags,
      OpenApiDescription api,
      RuleContext context) {
    Anchor anchor = Anchor.FILE.child("tags");
    Finding finding =
        Finding.at(anchor, name.slice(), "the tag %s is defined already", name.text())
            .related(RootTags.name(first).orElse(name).slice(), "the first of the two");
    boolean saysNoMore =
        item instanceof Mapping second
            && first instanceof Mapping whole
            && Trees.isPartOf(second, whole);
    OpenApiFile file = api.entry();
    context.report(
        saysNoMore
            ? finding.withFix(
                Fix.unsafe(
                        "Remove the second one",
                        YamlEdits.of(file.yaml(), file.source()).removeItem(tags.list(), item))
                    .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), anchor)))
            : finding);
  }
}
