package dev.plimsoll.rules.compose.references;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.Redefinition;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;

/** What an included file says of a name that is taken is lost, or mixed into what was meant. */
@RuleInfo(
    id = "compose/include-conflict",
    title = "Included file redefines a resource of the project",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS)
public final class IncludeConflict extends ComposeRule {

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    for (Redefinition each : set.redefinitions()) {
      String kind = each.section().substring(0, each.section().length() - 1);
      Anchor anchor = file.anchor(each.place());
      Finding finding =
          each.isOwn()
              ? Finding.at(
                  anchor,
                  each.place(),
                  "%s %s is defined in the included %s, too: Compose mixes both",
                  kind,
                  each.place(),
                  each.other().place().file())
              : Finding.at(
                  anchor,
                  each.place(),
                  "%s defines %s %s, which %s does, too: Compose mixes both",
                  each.place(),
                  kind,
                  each.name(),
                  each.other().place().file());
      context.report(finding.related(each.other(), "the other one"));
    }
  }
}
