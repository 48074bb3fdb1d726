package dev.plimsoll.rules.plimsoll.ignores;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.IgnoreRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.UnusedIgnore.Idle;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;

/** A comment that hides nothing today hides the next fault tomorrow. */
@RuleInfo(
    id = "plimsoll/unused-ignore",
    title = "Suppression comment hides nothing",
    severity = Severity.INFO,
    category = Category.MAINTAINABILITY,
    fix = Safety.SAFE)
public final class UnusedIgnore extends IgnoreRule {

  @Override
  public void unused(dev.plimsoll.rule.UnusedIgnore unused, RuleContext context) {
    if (unused.malformed().isPresent()) {
      context.report(Finding.at(unused.anchor(), unused.comment(), "%s", unused.malformed().get()));
      return;
    }
    Fix fix =
        Fix.safe(
            unused.isWhollyUnused() ? "Delete the comment" : "Delete what is unused of it",
            unused.isWhollyUnused() ? Edit.delete(unused.line()) : withoutIdle(unused));
    boolean first = true;
    for (Idle idle : unused.idle()) {
      Finding finding =
          Finding.at(
              unused.anchor(),
              idle.selector(),
              idle.known() ? "%s hides nothing here" : "%s names no rule",
              idle.selector());
      context.report(first ? finding.withFix(fix) : finding);
      first = false;
    }
  }

  /** One edit from the first selector to the last, which keeps the used ones. */
  private static Edit withoutIdle(dev.plimsoll.rule.UnusedIgnore unused) {
    List<String> kept = new ArrayList<>();
    for (Slice selector : unused.selectors()) {
      if (!unused.isIdle(selector)) {
        kept.add(selector.text());
      }
    }
    List<Slice> all = unused.selectors();
    return Edit.replace(all.get(0).to(all.get(all.size() - 1)), String.join(", ", kept));
  }
}
