package dev.plimsoll.rules.compose.references;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeSet;
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
import java.util.List;

/** Compose looks for one name only, and nobody tells it of this file. */
@RuleInfo(
    id = "compose/override-never-loaded",
    title = "Override file is never loaded",
    severity = Severity.INFO,
    category = Category.MAINTAINABILITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT)
public final class OverrideNeverLoaded extends ComposeRule {

  @Override
  public void file(ComposeFile file, RuleContext context) {
    List<ComposeSet> sets = context.compose().composeSets(file);
    for (ComposeSet set : sets) {
      if (!isGuessed(set, file)) {
        return;
      }
    }
    String name = file.name().substring(file.name().lastIndexOf('/') + 1);
    if (sets.isEmpty()
        || sets.get(0).role() != ComposeRole.DEVELOPMENT
        || context.compose().files().isMentioned(file)
        || file.documents().isEmpty()
        || file.documents().get(0).root().isEmpty()
        || !(file.documents().get(0).root().get() instanceof YamlNode.Mapping root)
        || root.entries().isEmpty()) {
      return;
    }
    context.report(
        Finding.at(
            Anchor.FILE,
            root.entries().get(0).key().slice(),
            "nothing loads %s: no script, no COMPOSE_FILE and no page names it, and Compose looks"
                + " for compose.override.yaml alone",
            name));
  }

  /** Whether nothing but names says that the file lies over the default one. */
  private static boolean isGuessed(ComposeSet set, ComposeFile file) {
    List<String> files = set.files();
    String last = files.get(files.size() - 1);
    String base = last.substring(last.lastIndexOf('/') + 1);
    return set.evidence().isEmpty()
        && files.size() == 2
        && last.equals(file.name())
        && !base.contains("override");
  }
}
