package dev.plimsoll.rules.compose.databases;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;

/** A sum that just fits no longer does with the next replica, or while an update runs both. */
@RuleInfo(
    id = "compose/db-pool-headroom-low",
    title = "Connection pools leave the database little headroom",
    severity = Severity.INFO,
    category = Category.RELIABILITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.SHOW,
    options = DbPoolHeadroomLow.Options.class)
public final class DbPoolHeadroomLow extends ComposeRule {

  /** What the rule can be told. */
  public record Options(
      @Option(
              help = "by what the sum of the pools is multiplied that has to fit",
              byDefault = "1.25")
          double factor) {}

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    for (PoolSum sum : PoolSum.of(set, context)) {
      int usable = sum.limit().usable();
      long most = sum.load().most();
      if (sum.load().isCounted()
          && most <= usable
          && most * context.options(Options.class).factor() > usable) {
        Finding finding = sum.finding(set, " reach %s, which accepts %s: little is left", usable);
        context.report(sum.withRaise(finding, file));
      }
    }
  }
}
