package dev.plimsoll.rules.compose.databases;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
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
import java.util.Locale;
import java.util.Optional;

/** Each request that opens its own connection waits for it, and the database starts a process. */
@RuleInfo(
    id = "compose/db-pooling-disabled",
    title = "Long-running service opens connections unpooled",
    severity = Severity.INFO,
    category = Category.PERFORMANCE,
    confidence = Confidence.MEDIUM)
public final class DbPoolingDisabled extends ComposeRule {

  private static final List<String> OFF = List.of("pooling=false", "pooling=no");

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    for (DatabaseLoad load : context.compose().databases().databaseLoads(set)) {
      for (DatabaseClient client : load.clients()) {
        check(load, client, set, context);
      }
    }
  }

  private static void check(
      DatabaseLoad load, DatabaseClient client, ComposeSet set, RuleContext context) {
    Slice place = client.uses().get(0).host().host().slice();
    for (DatabaseClient.Use use : client.uses()) {
      Optional<Slice> off = off(use.value());
      if (off.isPresent()) {
        context.report(
            Finding.at(
                client.service().anchor(),
                off.get(),
                "%s opens a connection to %s for each use: its URL switches the pool off",
                client.service().key(),
                load.database().key()));
        return;
      }
    }
    Optional<Slice> code = context.compose().databases().unpooled(set, client.service());
    if (code.isPresent()) {
      context.report(
          Finding.at(
                  client.service().anchor(),
                  place,
                  "%s opens a connection to %s for each use: its code keeps none in a pool",
                  client.service().key(),
                  load.database().key())
              .related(code.get(), "the pool is switched off here")
              .because(List.of(code.get().place())));
    }
  }

  private static Optional<Slice> off(Scalar url) {
    String text = url.text().toLowerCase(Locale.ROOT);
    for (String each : OFF) {
      int at = text.indexOf(each);
      if (at > 0 && ";?&".indexOf(text.charAt(at - 1)) >= 0) {
        return Optional.of(url.part(at, at + each.length()).slice());
      }
    }
    return Optional.empty();
  }
}
