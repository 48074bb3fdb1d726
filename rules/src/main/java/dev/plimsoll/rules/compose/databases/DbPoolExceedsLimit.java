package dev.plimsoll.rules.compose.databases;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;

/** A database refuses what goes beyond its limit, just when the load is highest. */
@RuleInfo(
    id = "compose/db-pool-exceeds-limit",
    title = "Connection pools exceed what the database accepts",
    severity = Severity.ERROR,
    category = Category.RELIABILITY,
    fix = Safety.SHOW,
    options = DbPoolExceedsLimit.Options.class)
public final class DbPoolExceedsLimit extends ComposeRule {

  /** What the rule can be told. */
  public record Options(
      @Option(
              help = "connections to keep for people and tools, beside those for superusers",
              byDefault = "0")
          int reservedConnections) {}

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    for (PoolSum sum : PoolSum.of(set, context)) {
      int usable = sum.limit().usable() - context.options(Options.class).reservedConnections();
      if (sum.load().most() > usable) {
        Finding finding = sum.finding(set, " reach %s, which accepts %s", Math.max(0, usable));
        context.report(sum.withRaise(finding, file));
      }
    }
  }
}
