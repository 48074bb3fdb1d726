package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the health check of a service. Sources: the Compose specification, healthcheck; the
 * Dockerfile reference, HEALTHCHECK; the Dockerfiles of the images below.
 */
final class HealthChecks {

  /** Images without a check, as their Dockerfiles show. */
  private static final Set<String> WITHOUT =
      Set.of(
          "adminer",
          "almalinux",
          "alpine",
          "amazoncorretto",
          "busybox",
          "caddy",
          "cassandra",
          "couchdb",
          "debian",
          "docker",
          "drupal",
          "eclipse-mosquitto",
          "eclipse-temurin",
          "elasticsearch",
          "fedora",
          "ghost",
          "golang",
          "gradle",
          "haproxy",
          "httpd",
          "influxdb",
          "joomla",
          "kibana",
          "logstash",
          "mariadb",
          "maven",
          "memcached",
          "mongo",
          "mongo-express",
          "mysql",
          "nats",
          "neo4j",
          "nextcloud",
          "nginx",
          "node",
          "openjdk",
          "oraclelinux",
          "percona",
          "perl",
          "pgvector/pgvector",
          "php",
          "postgis/postgis",
          "postgres",
          "python",
          "rabbitmq",
          "redis",
          "redmine",
          "registry",
          "rockylinux",
          "ruby",
          "rust",
          "solr",
          "telegraf",
          "timescale/timescaledb",
          "tomcat",
          "traefik",
          "ubuntu",
          "valkey/valkey",
          "wordpress",
          "zookeeper");

  private HealthChecks() {}

  /** What a service says; nothing where its image decides. */
  static Optional<HealthCheck> ofService(ComposeService service) {
    Optional<Scalar> disable = service.scalar("healthcheck", "disable");
    if (disable.isPresent() && disable.get().text().equals("true")) {
      return Optional.of(disabled(disable.get().slice()));
    }
    Optional<ComposeNode> test = service.find("healthcheck", "test");
    if (test.isEmpty() || isNothing(test.get())) {
      return Optional.empty();
    }
    boolean isNone = test.get() instanceof Items items && isNone(items.items());
    Slice slice = test.get().slice();
    return Optional.of(
        isNone ? disabled(slice) : new HealthCheck(HealthCheck.Kind.SERVICE, Optional.of(slice)));
  }

  private static HealthCheck disabled(Slice slice) {
    return new HealthCheck(HealthCheck.Kind.DISABLED, Optional.of(slice));
  }

  private static boolean isNothing(ComposeNode test) {
    return test instanceof Scalar scalar
        ? scalar.type() == ComposeNode.Type.NULL
        : test instanceof Items items && items.items().isEmpty();
  }

  private static boolean isNone(List<ComposeNode> items) {
    return items.get(0) instanceof Scalar first && first.text().equals("NONE");
  }

  /** What the topmost build says that says something, else what is known of the image below. */
  static Answer<HealthCheck> ofImage(Answer<ServiceImage> image) {
    if (!(image instanceof Answer.Known<ServiceImage> known)) {
      return new Answer.Unknown<>("the image is not known");
    }
    List<ServiceImage.Built> builds = known.value().builds();
    for (int i = builds.size() - 1; i >= 0; i--) {
      Optional<Instruction.Healthcheck> check = builds.get(i).stage().end().healthcheck();
      if (check.isPresent()) {
        Optional<Slice> written = Optional.of(check.get().slice());
        boolean isNone = check.get().command().isEmpty();
        return new Answer.Known<>(
            new HealthCheck(isNone ? HealthCheck.Kind.DISABLED : HealthCheck.Kind.IMAGE, written),
            known.because());
      }
    }
    Answer<ServiceImage> root = known.value().root();
    boolean isWithout =
        root instanceof Answer.Known<ServiceImage> base
            && (base.value() instanceof ServiceImage.Scratch
                || (base.value() instanceof ServiceImage.Pulled pulled
                    && WITHOUT.contains(pulled.reference().familiarName())));
    return isWithout
        ? new Answer.Known<>(
            new HealthCheck(HealthCheck.Kind.NONE, Optional.empty()), known.because())
        : new Answer.Unknown<>("whether the image has a check is not known");
  }
}
