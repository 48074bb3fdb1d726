package dev.plimsoll.rules.compose.databases;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.HostUse;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.Connections;
import dev.plimsoll.project.DatabaseClient;
import dev.plimsoll.project.DatabaseLoad;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Locale;

/** Nobody knows how many connections a client keeps, nor how long it waits for one. */
@RuleInfo(
    id = "compose/db-url-without-pool-settings",
    title = "Database URL sets neither pool size nor timeouts",
    severity = Severity.INFO,
    category = Category.RELIABILITY,
    confidence = Confidence.MEDIUM)
public final class DbUrlWithoutPoolSettings extends ComposeRule {

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    for (DatabaseLoad load : context.compose().databases().databaseLoads(set)) {
      for (DatabaseClient client : load.clients()) {
        if (isOpen(client, set, context)
            && context.compose().databases().leavesPoolOpen(set, client)) {
          report(load, client, context);
        }
      }
    }
  }

  private static boolean isOpen(DatabaseClient client, ComposeSet set, RuleContext context) {
    if (client.connections() instanceof Answer.Known<Connections>) {
      return false;
    }
    for (DatabaseClient.Use use : client.uses()) {
      if (use.host().form() != HostUse.Form.URL || use.value().text().indexOf('?') >= 0) {
        return false;
      }
    }
    for (String name : context.compose().environment(set, client.service()).keySet()) {
      String upper = name.toUpperCase(Locale.ROOT);
      if (upper.contains("POOL") || upper.contains("TIMEOUT") || upper.contains("MAX_CONN")) {
        return false;
      }
    }
    return true;
  }

  private static void report(DatabaseLoad load, DatabaseClient client, RuleContext context) {
    DatabaseClient.Use use = client.uses().get(0);
    Scalar host = use.host().host();
    context.report(
        Finding.at(
            client.service().anchor(),
            host.slice(),
            "%s sets neither a pool nor a timeout for %s, and the code of %s sets none",
            use.host().variable(),
            load.database().key(),
            client.service().key()));
  }
}
