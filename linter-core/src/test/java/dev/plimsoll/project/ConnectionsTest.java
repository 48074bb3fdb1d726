package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.compose.ComposeSet;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

  private static final String DOCKERFILE =
      "FROM python:3.13-slim\nENTRYPOINT [\"tini\", \"--\"]\nCMD [\"gunicorn\", \"-w\", \"3\", \"app:app\"]\n";

  private static LinkedFiles files(String service) {
    return LinkedFiles.of(
        "compose.yaml", "services:\n  api:\n" + service, "Dockerfile", DOCKERFILE);
  }

  /** The terms of the service {@code api}, or why they are not known. */
  private static String connections(String service) {
    LinkedFiles files = files(service);
    ComposeSet set = files.set("compose.yaml");
    Answer<Connections> answer = files.view().compose().connections(set, files.service(set, "api"));
    if (answer instanceof Answer.Unknown<Connections> unknown) {
      return unknown.reason();
    }
    Connections known = ((Answer.Known<Connections>) answer).value();
    return known.replicas().count()
        + " * "
        + known.processes().count()
        + " * ("
        + known.pool().count()
        + " + "
        + known.overflow().count()
        + ") = "
        + known.most();
  }

  private static String limit(String service) {
    LinkedFiles files = files(service);
    ComposeSet set = files.set("compose.yaml");
    Answer<ConnectionLimit> answer =
        files.view().compose().connectionLimit(set, files.service(set, "api"));
    return answer instanceof Answer.Known<ConnectionLimit> known
        ? known.value().usable() + " of " + known.value().most()
        : ((Answer.Unknown<ConnectionLimit>) answer).reason();
  }

  @Test
  void replicasProcessesAndPoolsMultiply() {
    assertThat(
            connections(
                """
                    build: .
                    environment: {DB_POOL_SIZE: 5, DB_MAX_OVERFLOW: "10"}
                    deploy: {replicas: 2}
                """))
        .isEqualTo("2 * 3 * (5 + 10) = 90");
  }

  @Test
  void commandOfTheServiceTakesThePlaceOfTheImages() {
    String pool = "    environment: {POOL_SIZE: 4}\n    build: .\n";
    assertThat(connections(pool + "    command: uvicorn app:app --workers=2\n"))
        .isEqualTo("1 * 2 * (4 + 0) = 8");
    assertThat(connections(pool + "    command: python -m celery -A app worker -c 8\n"))
        .isEqualTo("1 * 8 * (4 + 0) = 32");
    assertThat(connections(pool + "    command: celery -A app worker\n"))
        .isEqualTo("how many processes run is not known");
    assertThat(connections(pool + "    command: sh -c 'migrate && exec gunicorn -w 6 app'\n"))
        .isEqualTo("1 * 6 * (4 + 0) = 24");
  }

  @Test
  void variableGivesTheWorkersWhereTheCommandDoesNot() {
    assertThat(
            connections(
                """
                    build: .
                    command: gunicorn app:app
                    environment: {POOL_SIZE: 4, WEB_CONCURRENCY: 5}
                """))
        .isEqualTo("1 * 5 * (4 + 0) = 20");
  }

  @Test
  void urlMayHoldThePool() {
    assertThat(
            connections(
                """
                    image: acme/api
                    command: node app.js
                    environment:
                      URL: postgres://u:${PW:-x}@db/app?sslmode=off&connection_limit=7
                """))
        .isEqualTo("1 * 1 * (7 + 0) = 7");
  }

  @Test
  void whatIsNotSeenIsUnknown() {
    assertThat(connections("    build: .\n")).isEqualTo("no size of a pool is seen");
    assertThat(connections("    build: .\n    environment: {REDIS_POOL_SIZE: 5}\n"))
        .isEqualTo("no size of a pool is seen");
    String pool = "    environment: {POOL_SIZE: 4}\n";
    assertThat(connections("    image: acme/api\n" + pool))
        .isEqualTo("what it starts is known to its image alone");
    assertThat(connections("    build: .\n    deploy: {mode: global}\n" + pool))
        .isEqualTo("how many replicas run is not known");
    assertThat(connections("    build: .\n    scale: ${N}\n" + pool))
        .isEqualTo("how many replicas run is not known");
  }

  @Test
  void databasesAcceptWhatTheirCommandSays() {
    assertThat(limit("    image: postgres:17\n")).isEqualTo("97 of 100");
    assertThat(limit("    image: postgres:17\n    command: -c max_connections=200\n"))
        .isEqualTo("197 of 200");
    assertThat(limit("    image: postgres:17\n    command: [postgres, -cmax_connections=50]\n"))
        .isEqualTo("47 of 50");
    assertThat(limit("    image: mysql:9\n    command: --max-connections=30\n"))
        .isEqualTo("30 of 30");
    assertThat(limit("    image: mariadb\n")).isEqualTo("151 of 151");
    assertThat(limit("    image: postgres\n    command: -c max_connections=${N}\n"))
        .isEqualTo("a variable sets the limit");
    assertThat(limit("    image: mongo\n")).isEqualTo("the limit of mongo is not known");
  }

  @Test
  void mountedSettingsMayBeAnother() {
    String mounted = "a file that is mounted may set the limit";

    assertThat(limit("    image: mysql:8\n    volumes: ['./conf:/etc/mysql/conf.d:ro']\n"))
        .isEqualTo(mounted);
    assertThat(limit("    image: postgres:17\n    volumes: ['./pg.conf:/etc/postgresql.conf']\n"))
        .isEqualTo(mounted);
    assertThat(limit("    image: postgres:17\n    volumes: ['db:/var/lib/postgresql/data']\n"))
        .isEqualTo("97 of 100");
  }
}
