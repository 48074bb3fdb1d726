package dev.plimsoll.rules.compose.syntax;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposePath;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.Violation;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import java.util.List;
import java.util.Optional;

/** Compose refuses the whole project for one key that it does not know. */
@RuleInfo(
    id = "compose/unknown-key",
    title = "Key is unknown to Compose",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = "dclint:invalid-schema")
public final class UnknownKey extends ComposeRule {

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    for (Violation violation : set.violations()) {
      if (violation.kind() == Violation.Kind.UNKNOWN_KEY && !isVersionOne(violation, file)) {
        report(violation, file, context);
      }
    }
  }

  /** The services of a file of version 1 have a rule of their own. */
  private static boolean isVersionOne(Violation violation, ComposeFile file) {
    return violation.path().keys().size() == 1 && file.isVersionOne();
  }

  private static void report(Violation violation, ComposeFile file, RuleContext context) {
    Anchor anchor = ComposeFile.anchor(violation.path());
    Finding finding =
        Finding.at(
            anchor, violation.place(), violation.template(), violation.arguments().toArray());
    Optional<ComposeFile.Spot> spot = file.spot(violation.place());
    if (violation.meant().isPresent() && spot.isPresent()) {
      String meant = violation.meant().get();
      List<String> keys = violation.path().keys();
      ComposePath owner = new ComposePath(keys.subList(0, keys.size() - 1));
      finding =
          finding.withFix(
              Fix.unsafe(
                      "Rename to " + meant,
                      YamlEdits.of(file.yaml(), file.source())
                          .renameKey(spot.get().mapping(), spot.get().entry(), meant))
                  .declaring(
                      ModelChange.move(
                          file.name(),
                          anchor,
                          file.name(),
                          ComposeFile.anchor(owner.child(meant)))));
    }
    context.report(finding);
  }
}
