package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.compose.ComposeSet;
import org.junit.jupiter.api.Test;

class ServiceWritersTest {

  private static final String HIDDEN = "it may go on as a user that is not seen";

  private static String writer(LinkedFiles files, String service) {
    ComposeSet set = files.set("compose.yaml");
    Answer<ServiceUser> answer = files.view().compose().writesAs(set, files.service(set, service));
    return answer instanceof Answer.Known<ServiceUser> known
        ? known.value().toString()
        : ((Answer.Unknown<ServiceUser>) answer).reason();
  }

  @Test
  void imagesThatAreKnownToDropTheirRights() {
    LinkedFiles files =
        LinkedFiles.of(
            "compose.yaml",
            """
            services:
              db: {image: "postgres:17"}
              small: {image: "postgres:17-alpine", command: ["-c", "fsync=off"]}
              cache: {image: "redis:8", command: redis-server --appendonly yes}
              odd: {image: "redis:8", command: sh -c "redis-server"}
              own: {image: "redis:8", user: "1001"}
              started: {image: "redis:8", entrypoint: redis-server}
              web: {image: "nginx:1.29"}
              php: {image: "php:8-apache"}
              cli: {image: "php:8-cli", command: php x.php}
              built: {build: .}
            """,
            "Dockerfile",
            "FROM mongo:8\nCOPY x /docker-entrypoint-initdb.d/\n");

    assertThat(writer(files, "db")).isEqualTo("postgres (999:999)");
    assertThat(writer(files, "small")).isEqualTo("postgres (70:70)");
    assertThat(writer(files, "cache")).isEqualTo("redis (999:999)");
    assertThat(writer(files, "odd")).isEqualTo(HIDDEN);
    assertThat(writer(files, "own")).isEqualTo("1001:0");
    assertThat(writer(files, "started")).isEqualTo("root (0:0)");
    assertThat(writer(files, "web")).isEqualTo("nginx (101:101)");
    assertThat(writer(files, "php")).isEqualTo("www-data (33:33)");
    assertThat(writer(files, "cli")).isEqualTo("root (0:0)");
    assertThat(writer(files, "built")).isEqualTo("mongodb (999:999)");
  }

  /** The user of a service that is built with a script as its entrypoint. */
  private static String withScript(String service, String script) {
    return writer(
        LinkedFiles.of(
            "compose.yaml",
            "services:\n  web:\n    build: app\n" + service,
            "app/Dockerfile",
            """
            FROM debian:13
            RUN useradd -u 1234 app
            COPY docker/start.sh /usr/local/bin/
            ENTRYPOINT ["start.sh"]
            CMD ["server"]
            """,
            "app/docker/start.sh",
            script),
        "web");
  }

  @Test
  void scriptsThatGoOnAsSomebody() {
    assertThat(withScript("", "chown -R app /data\nexec gosu app \"$@\"\n"))
        .isEqualTo("app (1234:1234)");
    assertThat(withScript("", "exec setpriv --reuid=app --clear-groups \"$@\"\n"))
        .isEqualTo("app (1234:1234)");
    assertThat(withScript("", "# gosu app\nexec su -s /bin/sh app -c \"$*\"\n"))
        .isEqualTo("app (1234:1234)");
    assertThat(withScript("", "exec \"$@\"\n")).isEqualTo("root (0:0)");
    assertThat(withScript("", "exec gosu \"$APP_USER\" \"$@\"\n")).isEqualTo(HIDDEN);
    assertThat(withScript("", "exec supervisord -n\n")).isEqualTo(HIDDEN);
    assertThat(withScript("    entrypoint: runuser -u app -- x\n", "exec \"$@\"\n"))
        .isEqualTo("app (1234:1234)");
    assertThat(withScript("    user: app\n", "exec gosu www-data \"$@\"\n"))
        .isEqualTo("app (1234:1234)");
    assertThat(
            withScript(
                "    entrypoint: /start.sh\n    volumes: [\"./start.sh:/start.sh\"]\n", "\n"))
        .isEqualTo(HIDDEN);
  }

  @Test
  void whatIsNotKnownStartsAsWhoKnows() {
    LinkedFiles files = LinkedFiles.of("compose.yaml", "services:\n  web:\n    image: example/x\n");

    assertThat(writer(files, "web")).isEqualTo("nothing is known of the image that is pulled");
  }
}
