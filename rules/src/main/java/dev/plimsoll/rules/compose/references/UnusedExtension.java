package dev.plimsoll.rules.compose.references;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import java.util.Set;

/** Compose reads past a block that no alias takes up, and so do edits of it. */
@RuleInfo(
    id = "compose/unused-extension",
    title = "Extension block is never used",
    severity = Severity.INFO,
    category = Category.MAINTAINABILITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE)
public final class UnusedExtension extends ComposeRule {

  /** What other tools read. */
  private static final Set<String> KNOWN =
      Set.of(
          "x-action",
          "x-bake",
          "x-casaos",
          "x-develop",
          "x-initialSync",
          "x-notes",
          "x-podman",
          "x-portals",
          "x-runtipi");

  @Override
  public void file(ComposeFile file, RuleContext context) {
    for (ComposeFile.Spot spot : Extensions.of(file)) {
      YamlNode value = spot.entry().value();
      boolean isBlock =
          (value instanceof YamlNode.Mapping mapping && !mapping.entries().isEmpty())
              || (value instanceof YamlNode.Sequence list && !list.items().isEmpty());
      if (isBlock
          && value.properties().anchor().isEmpty()
          && file.yaml().uses().anchors(value.slice().span()).isEmpty()
          && spot.entry().key() instanceof YamlNode.Scalar key
          && !KNOWN.contains(key.text())
          && !key.text().startsWith("x-aws-")
          && file.problems().isEmpty()) {
        report(spot, key, file, context);
      }
    }
  }

  private static void report(
      ComposeFile.Spot spot, YamlNode.Scalar key, ComposeFile file, RuleContext context) {
    Anchor anchor = Anchor.FILE.child(key.text().replace('/', '|'));
    Edit edit = YamlEdits.of(file.yaml(), file.source()).removeEntry(spot.mapping(), spot.entry());
    context.report(
        Finding.at(
                anchor,
                key.slice(),
                "%s has no anchor, so nothing in the file uses it",
                key.slice())
            .withFix(
                Fix.unsafe("Remove " + key.text(), edit)
                    .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), anchor))));
  }
}
