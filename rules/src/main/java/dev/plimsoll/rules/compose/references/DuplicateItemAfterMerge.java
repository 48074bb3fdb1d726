package dev.plimsoll.rules.compose.references;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.Violation;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/** Two files that Compose takes one by one may make a list together that it refuses. */
@RuleInfo(
    id = "compose/duplicate-item-after-merge",
    title = "Base and override repeat the same list item",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class DuplicateItemAfterMerge extends ComposeRule {

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    for (Violation violation : set.violations()) {
      if (violation.isRepeatedByFile()) {
        report(violation, file, context);
      }
    }
  }

  private static void report(Violation violation, ComposeFile file, RuleContext context) {
    Slice first = violation.first().orElseThrow();
    Anchor anchor = ComposeFile.anchor(violation.path());
    Finding finding =
        Finding.at(
                anchor,
                violation.place(),
                "%s is in the list of %s already: Compose refuses the list of both",
                violation.place(),
                first.place().file())
            .related(first, "the first one");
    Optional<ComposeFile.ItemSpot> spot = file.item(violation.place());
    context.report(
        spot.isEmpty()
            ? finding
            : finding.withFix(
                Fix.unsafe(
                        "Remove it here",
                        YamlEdits.of(file.yaml(), file.source())
                            .removeItem(spot.get().list(), spot.get().item()))
                    .declaring(
                        ModelChange.of(
                            ModelChange.Kind.REMOVE,
                            file.name(),
                            file.anchor(violation.place())))));
  }
}
