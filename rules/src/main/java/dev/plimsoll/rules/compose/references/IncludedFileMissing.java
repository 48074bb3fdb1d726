package dev.plimsoll.rules.compose.references;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.Refusal;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;

/** Compose starts nothing while a file or a service that is included or extended is not there. */
@RuleInfo(
    id = "compose/included-file-missing",
    title = "Included or extended file does not exist",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS)
public final class IncludedFileMissing extends ComposeRule {

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    for (Refusal refusal : set.refusals()) {
      if (refusal.isAbsence() && !isElsewhere(refusal.slice().text())) {
        Slice slice = refusal.slice();
        boolean included = refusal.kind() == Refusal.Kind.INCLUDE;
        context.report(
            Finding.at(
                Anchor.FILE.child(included ? "include" : "services"),
                slice,
                "%s cannot be %s: " + refusal.message(),
                slice,
                included ? "included" : "extended"));
      }
    }
  }

  /** Whether a variable, another machine or a folder outside may bring it. */
  private static boolean isElsewhere(String path) {
    return path.indexOf('$') >= 0
        || path.indexOf(':') >= 0
        || path.indexOf('@') >= 0
        || path.startsWith("github.com/")
        || path.startsWith("/")
        || path.startsWith("~")
        || path.contains("../");
  }
}
