package dev.plimsoll.project;

import dev.plimsoll.model.image.BackingImage;
import dev.plimsoll.model.image.BackingImages;
import dev.plimsoll.model.image.ImageReference;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the services that are handed a database's URL and hold no connection for long: what serves
 * files, what only plans tasks, what ends by itself, what administers or measures.
 */
final class Bystanders {

  private static final Set<String> SERVERS =
      Set.of("nginx", "nginx-unprivileged", "caddy", "traefik", "haproxy", "envoy", "varnish");

  private static final List<String> TOOLS =
      List.of("backup", "exporter", "migrat", "flyway", "liquibase", "pgweb", "cloudbeaver");

  private static final Set<String> IDLE =
      Set.of("sleep", "tail", "true", "echo", "nginx", "caddy", "pg_dump", "psql", "mysqldump");

  private static final Set<String> DONE =
      Set.of("true", "echo", "cp", "mkdir", "chown", "chmod", "pg_dump", "psql", "mysqldump", "mc");

  private static final Set<String> ENDING =
      Set.of(
          "migrate",
          "migrations",
          "db:migrate",
          "db:prepare",
          "db:setup",
          "db:seed",
          "alembic",
          "flyway",
          "liquibase",
          "collectstatic",
          "initdb",
          "upgradedb",
          "createsuperuser");

  private Bystanders() {}

  /**
   * Whether a service is one.
   *
   * @param reference of its image, or of that which its image is built from
   * @param commands what it says itself that it starts
   */
  static boolean is(Optional<ImageReference> reference, List<List<StartWord>> commands) {
    if (reference.isPresent() && isTool(reference.get())) {
      return true;
    }
    if (commands.isEmpty()) {
      return false;
    }
    List<StartWord> last = commands.get(commands.size() - 1); // what those before start ends
    if (IDLE.contains(last.get(0).program())) {
      return true;
    }
    return isPlanner(last) || hasOne(last, ENDING);
  }

  /** Whether commands end once they have done their work. */
  static boolean ends(List<List<StartWord>> commands) {
    if (commands.isEmpty()) {
      return false;
    }
    List<StartWord> last = commands.get(commands.size() - 1);
    return DONE.contains(last.get(0).program()) || hasOne(last, ENDING);
  }

  private static boolean isTool(ImageReference reference) {
    String path = reference.path();
    String name = path.substring(path.lastIndexOf('/') + 1);
    Optional<BackingImage> known = BackingImages.find(reference);
    if (SERVERS.contains(name)
        || (known.isPresent() && known.get().kind() == BackingImage.Kind.ADMIN)) {
      return true;
    }
    for (String tool : TOOLS) {
      if (path.contains(tool)) {
        return true;
      }
    }
    return false;
  }

  /** Celery's beat hands tasks on, its flower looks at them. */
  private static boolean isPlanner(List<StartWord> words) {
    boolean isCelery = false;
    boolean isOther = false;
    for (StartWord word : words) {
      isCelery |= word.program().equals("celery");
      isOther |= isCelery && (word.is("beat") || word.is("flower"));
      if (word.is("worker")) {
        return false;
      }
    }
    return isOther;
  }

  private static boolean hasOne(List<StartWord> words, Set<String> sought) {
    for (StartWord word : words) {
      if (sought.contains(word.program())) {
        return true;
      }
    }
    return false;
  }
}
