package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.compose.ComposeSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseLoadsTest {

  private static final String DB = "  db: {image: postgres:17}\n";

  /** {@code db < api 20, worker ?; pooler}. */
  private static List<String> loads(String env, String services) {
    LinkedFiles files =
        LinkedFiles.of(
            "compose.yaml", "services:\n" + services, ".env", env, "Dockerfile", "FROM node:22\n");
    ComposeSet set = files.set("compose.yaml");
    List<String> found = new ArrayList<>();
    for (DatabaseLoad load : files.view().compose().databases().databaseLoads(set)) {
      List<String> parts = new ArrayList<>();
      for (DatabaseClient client : load.clients()) {
        String most =
            client.connections() instanceof Answer.Known<Connections> known
                ? String.valueOf(known.value().most())
                : "?";
        parts.add(client.service().name() + " " + most);
      }
      for (var pooler : load.poolers()) {
        parts.add("by " + pooler.name());
      }
      found.add(load.database().name() + " < " + String.join(", ", parts));
    }
    return found;
  }

  private static String service(String name, String command, String url) {
    return "  %s: {build: ., command: '%s', environment: {DATABASE_URL: '%s'}}\n"
        .formatted(name, command, url);
  }

  @Test
  void clientsAreThoseWhoseHostIsTheDatabase() {
    assertThat(
            loads(
                "",
                service("api", "gunicorn -w 4 app", "postgres://db/x?pool_size=5")
                    + service("worker", "celery -A x worker", "postgres://db/x?pool_size=5")
                    + service("other", "node x.js", "postgres://elsewhere/x?pool_size=5")
                    + DB))
        .containsExactly("db < api 20, worker ?");
  }

  @Test
  void variablesOfTheProjectAndOfTheContainerCount() {
    assertThat(
            loads(
                "WORKERS=4\nPOOL=5\n",
                "  api:\n    build: .\n    command: gunicorn -w ${WORKERS} app\n"
                    + "    environment: {DB_HOST: db, DB_POOL_SIZE: '${POOL}'}\n"
                    + "  web:\n    build: .\n    command: sh -c \"gunicorn -w $$N app\"\n"
                    + "    environment: {DB_HOST: db, DB_POOL_SIZE: '3', N: '7'}\n"
                    + DB))
        .containsExactly("db < api 20, web 21");
  }

  @Test
  void whatHoldsNoConnectionIsNoClient() {
    assertThat(
            loads(
                "",
                service("beat", "celery -A x beat", "postgres://db/x?pool_size=5")
                    + service("migrate", "npm run db:migrate", "postgres://db/x?pool_size=5")
                    + "  front: {image: 'nginx:1', environment: {DATABASE_URL: 'postgres://db/x'}}\n"
                    + "  tool: {image: adminer, environment: {ADMINER_DEFAULT_SERVER: db}}\n"
                    + "  job: {build: ., environment: {DATABASE_URL: 'postgres://db/x'}}\n"
                    + "  last: {build: ., depends_on: {job: {condition: service_completed_successfully}}}\n"
                    + DB))
        .containsExactly("db < ");
  }

  @Test
  void poolerStandsBetween() {
    assertThat(
            loads(
                "",
                service("api", "node x.js", "postgres://pool/x?pool_size=5")
                    + "  pool: {image: edoburu/pgbouncer, environment: {DB_HOST: db}}\n"
                    + DB))
        .containsExactly("db < by pool");
  }

  @Test
  void poolOfSeveralDatabasesIsThatOfTheUrl() {
    assertThat(
            loads(
                "",
                "  api:\n    build: .\n    command: node x.js\n    environment:\n"
                    + "      ONE: postgres://db/x?connection_limit=5\n"
                    + "      TWO: mysql://more/x\n      DB_POOL_SIZE: 9\n"
                    + DB
                    + "  more: {image: mysql:8}\n"))
        .containsExactly("db < api 5", "more < api ?");
  }
}
