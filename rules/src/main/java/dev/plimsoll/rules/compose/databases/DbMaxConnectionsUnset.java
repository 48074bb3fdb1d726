package dev.plimsoll.rules.compose.databases;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.ConnectionLimit;
import dev.plimsoll.project.DatabaseClient;
import dev.plimsoll.project.DatabaseLoad;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;

/** A limit that nobody has chosen is met for the first time when the load is highest. */
@RuleInfo(
    id = "compose/db-max-connections-unset",
    title = "Database keeps its default connection limit",
    severity = Severity.INFO,
    category = Category.RELIABILITY,
    confidence = Confidence.MEDIUM,
    fix = Safety.SHOW)
public final class DbMaxConnectionsUnset extends ComposeRule {

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    if (!set.isAllRead()
        || (set.role() != ComposeRole.PRODUCTION && set.role() != ComposeRole.UNKNOWN)) {
      return;
    }
    for (DatabaseLoad load : context.compose().databases().databaseLoads(set)) {
      if (load.processes() > 1
          && load.poolers().isEmpty()
          && context.compose().connectionLimit(set, load.database())
              instanceof Answer.Known<ConnectionLimit> limit
          && limit.value().written().isEmpty()
          && load.most() <= limit.value().usable()) { // else it is too little, which is worse
        report(load, limit.value(), file, context);
      }
    }
  }

  private static void report(
      DatabaseLoad load, ConnectionLimit limit, ComposeFile file, RuleContext context) {
    int services = load.clients().size();
    Finding finding =
        Finding.at(
            load.database().anchor(),
            load.database().key(),
            services == 1
                ? "%s keeps its default limit of %s connections, and %s processes of %s share it"
                : "%s keeps its default limit of %s connections, and %s services share it",
            services == 1
                ? new Object[] {
                  load.database().key(),
                  limit.most(),
                  (int) Math.min(load.processes(), Integer.MAX_VALUE),
                  load.clients().get(0).service().key()
                }
                : new Object[] {load.database().key(), limit.most(), services});
    for (DatabaseClient client : load.clients()) {
      finding =
          finding.related(
              client.uses().get(0).host().host().slice(), "%s connects", client.service().key());
    }
    context.report(new PoolSum(load, limit).withRaise(finding, file));
  }
}
