package dev.plimsoll.rules.compose.databases;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.ConnectionLimit;
import dev.plimsoll.project.Connections;
import dev.plimsoll.project.Connections.Term;
import dev.plimsoll.project.DatabaseClient;
import dev.plimsoll.project.DatabaseLoad;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.text.Digits;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The connections that a database gets, against those that it accepts. */
record PoolSum(DatabaseLoad load, ConnectionLimit limit) {

  private static final int STEP = 50; // limits are round numbers

  /** One for each database of a set whose limit is known and of whose connections some are. */
  static List<PoolSum> of(ComposeSet set, RuleContext context) {
    List<PoolSum> sums = new ArrayList<>();
    for (DatabaseLoad load : context.compose().databases().databaseLoads(set)) {
      if (load.most() > 0
          && context.compose().connectionLimit(set, load.database())
              instanceof Answer.Known<ConnectionLimit> limit
          && (limit.value().written().isPresent() || set.isAllRead())) {
        sums.add(new PoolSum(load, limit.value()));
      }
    }
    return sums;
  }

  /**
   * What is reported: at the limit where a file of the set says it, else at the database.
   *
   * @param template goes on behind the sum, with the database and a number
   */
  Finding finding(ComposeSet set, String template, int number) {
    Slice database = load.database().key();
    Optional<Slice> written = written(set);
    List<Object> arguments = new ArrayList<>();
    String sum = sum(arguments);
    arguments.add(database);
    arguments.add(number);
    Finding finding =
        Finding.at(
            load.database().anchor(),
            written.orElse(database),
            sum + template,
            arguments.toArray());
    for (DatabaseClient client : load.clients()) {
      if (client.connections() instanceof Answer.Known<Connections> known) {
        finding = withTerms(finding, client, known.value()).because(known.because());
      }
    }
    return finding;
  }

  private Optional<Slice> written(ComposeSet set) {
    Optional<Slice> written = limit.written();
    return written.isPresent() && set.read().contains(written.get().place().file())
        ? written
        : Optional.empty();
  }

  /** {@code up to 80 connections (4 workers × (5 + 15)) of api and 20 of worker}. */
  private String sum(List<Object> arguments) {
    List<DatabaseClient> counted = new ArrayList<>();
    for (DatabaseClient client : load.clients()) {
      if (client.connections() instanceof Answer.Known) {
        counted.add(client);
      }
    }
    StringBuilder template = new StringBuilder();
    for (int i = 0; i < counted.size(); i++) {
      boolean isLast = i == counted.size() - 1;
      template.append(i == 0 ? "up to " : isLast ? " and " : ", ");
      template.append(i == 0 ? "%s connections%s of %s" : "%s%s of %s");
      Connections connections = ((Answer.Known<Connections>) counted.get(i).connections()).value();
      arguments.add(number(connections.most()));
      arguments.add(product(connections));
      arguments.add(counted.get(i).service().key());
    }
    return template.toString();
  }

  private static int number(long sum) {
    return (int) Math.min(sum, Integer.MAX_VALUE);
  }

  /** The factors, where there are several. */
  private static String product(Connections connections) {
    int overflow = connections.overflow().count();
    String pool =
        overflow == 0
            ? String.valueOf(connections.pool().count())
            : connections.pool().count() + " + " + overflow;
    List<String> factors = new ArrayList<>();
    addFactor(connections.replicas(), "replicas", factors);
    addFactor(connections.processes(), "workers", factors);
    if (factors.isEmpty()) {
      return overflow == 0 ? "" : " (" + pool + ")";
    }
    factors.add(overflow == 0 ? pool : "(" + pool + ")");
    return " (" + String.join(" × ", factors) + ")";
  }

  private static void addFactor(Term term, String what, List<String> factors) {
    if (term.count() != 1) {
      factors.add(term.count() + " " + what);
    }
  }

  private static Finding withTerms(Finding finding, DatabaseClient client, Connections terms) {
    Slice service = client.service().key();
    Finding all = with(finding, terms.replicas(), "how often %s runs", service);
    all = with(all, terms.processes(), "the processes of %s", service);
    all = with(all, terms.pool(), "the pool of %s", service);
    return with(all, terms.overflow(), "what %s may open above its pool", service);
  }

  private static Finding with(Finding finding, Term term, String template, Slice service) {
    return term.written().isEmpty()
        ? finding
        : finding.related(term.written().get(), template, service);
  }

  /** A limit with room for all of it. */
  private int enough() {
    long needed = load.most() + load.most() / 10 + limit.reserved();
    return number((needed + STEP - 1) / STEP * STEP);
  }

  /** Shows how the limit is raised: where it stands, or by a command where there is none. */
  Finding withRaise(Finding finding, ComposeFile file) {
    int most = Math.max(enough(), limit.most());
    Optional<Edit> edit =
        limit.written().isPresent()
            ? raised(limit.written().get(), most, file)
            : command(most, file);
    return edit.isEmpty()
        ? finding
        : finding.withFix(
            Fix.show("Let it accept " + most + " connections", edit.get())
                .changing(load.database().anchor()));
  }

  private static Optional<Edit> raised(Slice written, int most, ComposeFile file) {
    return written.place().file().equals(file.name()) && Digits.areAll(written.text())
        ? Optional.of(Edit.replace(written, String.valueOf(most)))
        : Optional.empty();
  }

  private Optional<Edit> command(int most, ComposeFile file) {
    Optional<ComposeFile.Spot> spot = file.spot(load.database().key());
    if (spot.isEmpty()
        || load.database().has("command")
        || load.database().has("entrypoint")
        || !(spot.get().entry().value() instanceof YamlNode.Mapping mapping)) {
      return Optional.empty();
    }
    NewYaml command =
        load.product().equals("postgresql")
            ? NewYaml.list(
                NewYaml.text("postgres"),
                NewYaml.text("-c"),
                NewYaml.text("max_connections=" + most))
            : NewYaml.list(NewYaml.text("--max-connections=" + most));
    return Optional.of(
        YamlEdits.of(file.yaml(), file.source()).addKey(mapping, "command", command));
  }
}
