package dev.plimsoll.rules.compose.databases;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.project.DatabaseClient;
import dev.plimsoll.project.DatabaseLoad;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.List;

/** Two pools for one database in one process may open twice as many connections as either says. */
@RuleInfo(
    id = "compose/db-second-pool",
    title = "Service opens a second connection pool",
    severity = Severity.INFO,
    category = Category.RELIABILITY,
    confidence = Confidence.LOW)
public final class DbSecondPool extends ComposeRule {

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    for (DatabaseLoad load : context.compose().databases().databaseLoads(set)) {
      for (DatabaseClient client : load.clients()) {
        List<Slice> pools = context.compose().databases().doubledPools(set, client.service());
        if (!pools.isEmpty()) {
          report(load, client, pools, context);
        }
      }
    }
  }

  private static void report(
      DatabaseLoad load, DatabaseClient client, List<Slice> pools, RuleContext context) {
    Finding finding =
        Finding.at(
            client.service().anchor(),
            client.uses().get(0).host().host().slice(),
            "the code of %s makes %s pools for %s, each with connections of its own",
            client.service().key(),
            pools.size(),
            load.database().key());
    for (Slice pool : pools) {
      finding = finding.related(pool, "a pool is made here").because(List.of(pool.place()));
    }
    context.report(finding);
  }
}
