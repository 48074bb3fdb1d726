package dev.plimsoll.rules.compose.syntax;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;

/** Compose has read past this key since 1.27, and warns of it at each start. */
@RuleInfo(
    id = "compose/obsolete-version",
    title = "Top-level version key is obsolete",
    severity = Severity.WARNING,
    category = Category.MAINTAINABILITY,
    fix = Safety.SAFE,
    aliases = "dclint:no-version-field")
public final class ObsoleteVersion extends ComposeRule {

  @Override
  public void file(ComposeFile file, RuleContext context) {
    for (YamlDocument document : file.documents()) {
      if (document.root().isPresent()
          && document.root().get() instanceof YamlNode.Mapping mapping) {
        check(mapping, file, context);
      }
    }
  }

  private static void check(YamlNode.Mapping mapping, ComposeFile file, RuleContext context) {
    for (YamlNode.Entry entry : mapping.entries()) {
      if (entry.key() instanceof YamlNode.Scalar key && key.text().equals("version")) {
        Edit edit = YamlEdits.of(file.yaml(), file.source()).removeEntry(mapping, entry);
        context.report(
            Finding.at(
                    Anchor.FILE.child("version"),
                    key.slice(),
                    "%s has no effect since Compose 1.27: remove it",
                    key.slice())
                .withFix(Fix.safe("Remove version", edit)));
      }
    }
  }
}
