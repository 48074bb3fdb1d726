package dev.plimsoll.rules.compose.syntax;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.Set;

/** Compose reads past a tag that it does not know, and takes the value as it stands. */
@RuleInfo(
    id = "compose/unknown-yaml-tag",
    title = "YAML tag is unknown to Compose",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS)
public final class UnknownYamlTag extends ComposeRule {

  private static final Set<String> KNOWN = Set.of("!", "!reset", "!override");
  private static final String YAML = "tag:yaml.org,2002:";

  @Override
  public void file(ComposeFile file, RuleContext context) {
    for (YamlDocument document : file.documents()) {
      if (document.root().isPresent()) {
        walk(document.root().get(), file, context);
      }
    }
  }

  private static void walk(YamlNode node, ComposeFile file, RuleContext context) {
    String tag = node.properties().tag().orElse("");
    if (!tag.isEmpty() && !KNOWN.contains(tag) && !tag.startsWith(YAML)) {
      Slice written = written(node, tag, file);
      context.report(
          Finding.at(
              file.anchor(node.slice()),
              written,
              "Compose knows no tag %s and reads past it: it knows !reset and !override",
              tag));
    }
    if (node instanceof YamlNode.Mapping mapping) {
      for (YamlNode.Entry entry : mapping.entries()) {
        walk(entry.value(), file, context);
      }
    } else if (node instanceof YamlNode.Sequence list) {
      for (YamlNode item : list.items()) {
        walk(item, file, context);
      }
    }
  }

  private static Slice written(YamlNode node, String tag, ComposeFile file) {
    int start = node.slice().span().start();
    int at = file.source().content().lastIndexOf(tag, start);
    return at < 0 || start - at > tag.length() + 200
        ? node.slice()
        : file.source().slice(new Span(at, at + tag.length()));
  }
}
