package dev.plimsoll.rules.compose.databases;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposePath;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.project.DatabaseClient;
import dev.plimsoll.project.DatabaseLoad;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.List;
import java.util.Optional;

/** Each connection of PostgreSQL is a process with memory of its own, used or not. */
@RuleInfo(
    id = "compose/db-pooler-missing",
    title = "Many clients reach one database without a pooler",
    severity = Severity.INFO,
    category = Category.RELIABILITY,
    confidence = Confidence.MEDIUM,
    fix = Safety.SHOW,
    options = DbPoolerMissing.Options.class)
public final class DbPoolerMissing extends ComposeRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "how many processes may connect to a database by themselves", byDefault = "8")
          int clients) {}

  private static final String POOLER = "pgbouncer";

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    boolean isProduction =
        set.role() == ComposeRole.PRODUCTION || set.role() == ComposeRole.UNKNOWN;
    if (!isProduction || !set.isAllRead()) {
      return;
    }
    for (DatabaseLoad load : context.compose().databases().databaseLoads(set)) {
      if (load.product().equals("postgresql")
          && load.poolers().isEmpty()
          && load.processes() > context.options(Options.class).clients()) {
        report(load, set, file, context);
      }
    }
  }

  private static void report(
      DatabaseLoad load, ComposeSet set, ComposeFile file, RuleContext context) {
    Finding finding =
        Finding.at(
            load.database().anchor(),
            load.database().key(),
            "%s processes connect to %s, and no pooler stands between them",
            (int) Math.min(load.processes(), Integer.MAX_VALUE),
            load.database().key());
    for (DatabaseClient client : load.clients()) {
      finding =
          finding.related(
              client.uses().get(0).host().host().slice(),
              client.processes() == 1 ? "%s connects" : "%s connects from %s processes",
              client.processes() == 1
                  ? new Object[] {client.service().key()}
                  : new Object[] {client.service().key(), client.processes()});
    }
    Optional<ComposeFile.Spot> spot = file.spot(load.database().key());
    boolean isFree = set.service(POOLER).isEmpty();
    context.report(
        spot.isPresent() && isFree
            ? finding.withFix(fix(load.database().name(), spot.get(), file))
            : finding);
  }

  /** A pooler before the database, whose clients have to be told of it. */
  private static Fix fix(String database, ComposeFile.Spot spot, ComposeFile file) {
    NewYaml pooler =
        NewYaml.mapping(
            NewYaml.pair("image", NewYaml.text("edoburu/pgbouncer")),
            NewYaml.pair(
                "environment",
                NewYaml.mapping(
                    NewYaml.pair("DB_HOST", NewYaml.text(database)),
                    NewYaml.pair("DB_USER", NewYaml.text("${DB_USER:?}")),
                    NewYaml.pair("DB_PASSWORD", NewYaml.text("${DB_PASSWORD:?}")),
                    NewYaml.pair("POOL_MODE", NewYaml.text("transaction")),
                    NewYaml.pair("DEFAULT_POOL_SIZE", NewYaml.plain("20")))));
    return Fix.show(
            "Put PgBouncer before " + database,
            YamlEdits.of(file.yaml(), file.source())
                .addKeyAfter(spot.mapping(), spot.entry(), POOLER, pooler))
        .declaring(
            ModelChange.of(
                ModelChange.Kind.ADD,
                file.name(),
                ComposeFile.anchor(new ComposePath(List.of("services", POOLER)))));
  }
}
