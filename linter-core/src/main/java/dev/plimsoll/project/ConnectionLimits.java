package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.model.image.BackingImage;
import dev.plimsoll.model.image.BackingImages;
import dev.plimsoll.model.image.ImageReference;
import dev.plimsoll.text.Digits;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many connections a database accepts: as its command line or its variables say, else by
 * default. Sources: PostgreSQL, Connection Settings (100, of which 3 are for superusers); MySQL and
 * MariaDB, {@code max_connections} (151); the READMEs of Bitnami's images.
 */
final class ConnectionLimits {

  private static final int POSTGRES = 100;
  private static final int MYSQL = 151;
  private static final int FOR_SUPERUSERS = 3;

  private static final List<String> VARIABLES =
      List.of(
          "POSTGRESQL_MAX_CONNECTIONS",
          "POSTGRES_MAX_CONNECTIONS",
          "MYSQL_MAX_CONNECTIONS",
          "MARIADB_MAX_CONNECTIONS");

  private ConnectionLimits() {}

  /** What a database speaks whose connections are counted; nothing where none are. */
  static Optional<String> product(ImageReference reference) {
    Optional<BackingImage> known = BackingImages.find(reference);
    if (known.isEmpty() || known.get().kind() != BackingImage.Kind.DATABASE) {
      return Optional.empty();
    }
    String product = known.get().product();
    boolean isCounted =
        product.equals("postgresql") || product.equals("mysql") || product.equals("mariadb");
    return isCounted ? Optional.of(product) : Optional.empty();
  }

  /**
   * The limit of a service.
   *
   * @param reference of its image, or of that which its image is built from
   * @param isBuilt whether the project builds it, and may put settings into it
   * @param starts what its command says
   * @param mounts what is laid over its files
   */
  static Answer<ConnectionLimit> find(
      ImageReference reference,
      boolean isBuilt,
      Map<String, Scalar> environment,
      List<List<StartWord>> starts,
      List<ServiceMount> mounts) {
    Optional<String> product = product(reference);
    String path = reference.path();
    if (product.isEmpty()) {
      String name = path.substring(path.lastIndexOf('/') + 1);
      return new Answer.Unknown<>("the limit of " + name + " is not known");
    }
    boolean postgres = product.get().equals("postgresql");
    int reserved = postgres ? FOR_SUPERUSERS : 0;
    Optional<StartWord> written = onCommandLine(starts);
    for (String variable : VARIABLES) {
      Scalar value = environment.get(variable);
      if (written.isEmpty() && value != null && value.known().isPresent()) {
        written = Optional.of(new StartWord(value.known(), value.slice()));
      }
    }
    if (written.isPresent()) {
      return written(written.get(), reserved);
    }
    if (isBuilt || path.contains("timescale")) {
      return new Answer.Unknown<>("the image may set the limit");
    }
    return mayBeConfigured(mounts)
        ? new Answer.Unknown<>("a file that is mounted may set the limit")
        : new Answer.Known<>(
            new ConnectionLimit(postgres ? POSTGRES : MYSQL, reserved, Optional.empty()),
            List.of());
  }

  private static Answer<ConnectionLimit> written(StartWord word, int reserved) {
    Optional<Integer> most =
        word.text().isEmpty() ? Optional.empty() : Digits.number(word.text().get());
    return most.isPresent()
        ? new Answer.Known<>(
            new ConnectionLimit(most.get(), reserved, Optional.of(word.place())),
            List.of(word.place().place()))
        : new Answer.Unknown<>("a variable sets the limit");
  }

  /** Whether one is laid over the files in which a database finds its settings. */
  private static boolean mayBeConfigured(List<ServiceMount> mounts) {
    for (ServiceMount mount : mounts) {
      String target = mount.target().text();
      boolean isOfMysql = target.equals("/etc/mysql") || target.startsWith("/etc/mysql/");
      if (isOfMysql || target.startsWith("/etc/my.cnf") || target.endsWith(".conf")) {
        return true;
      }
    }
    return false;
  }

  /** {@code -c max_connections=200}, {@code --max-connections=200}; the last counts. */
  private static Optional<StartWord> onCommandLine(List<List<StartWord>> starts) {
    Optional<StartWord> found = Optional.empty();
    for (List<StartWord> words : starts) {
      for (StartWord word : words) {
        String text = word.text().orElse(word.place().text());
        int equals = text.indexOf('=');
        String key = equals < 0 ? "" : text.substring(0, equals).replace('-', '_');
        if (key.endsWith("max_connections") && !key.endsWith("user_max_connections")) {
          found =
              Optional.of(
                  word.text().isPresent()
                      ? word.from(equals + 1)
                      : new StartWord(Optional.empty(), word.place()));
        }
      }
    }
    return found;
  }
}
