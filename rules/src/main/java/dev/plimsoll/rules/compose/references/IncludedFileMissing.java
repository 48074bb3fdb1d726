package dev.plimsoll.rules.compose.references;

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
  public void across(ComposeSet set, RuleContext context) {
    for (Refusal refusal : set.refusals()) {
      if (isAbsence(refusal, context)) {
        Slice slice = refusal.slice();
        boolean included = refusal.kind() == Refusal.Kind.INCLUDE;
        context.report(
            Finding.at(
                Anchor.FILE.child(included ? "include" : "services"),
                slice,
                "%s cannot be %s: %s",
                slice,
                included ? "included" : "extended",
                refusal.message()));
      }
    }
  }

  private static boolean isAbsence(Refusal refusal, RuleContext context) {
    String text = refusal.slice().text();
    if (refusal.isServiceAbsent()) {
      return text.indexOf('$') < 0;
    }
    return refusal.isFileAbsent()
        && !isElsewhere(text)
        && context.compose().isMissingBeside(refusal.slice().place().file(), unquoted(text));
  }

  /** Whether a variable or another machine may bring it. */
  private static boolean isElsewhere(String path) {
    return path.indexOf('$') >= 0
        || path.indexOf(':') >= 0
        || path.indexOf('@') >= 0
        || path.contains("github.com/");
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() > 1 && (text.charAt(0) == '"' || text.charAt(0) == '\'');
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
