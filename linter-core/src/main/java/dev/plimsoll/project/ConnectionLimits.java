package dev.plimsoll.project;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Digits;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many connections a database accepts: as its command line or its variables say, else by
 * default. Sources: PostgreSQL, Connection Settings (100, of which 3 are for superusers); MySQL and
 * MariaDB, {@code max_connections} (151); the READMEs of Bitnami's images.
 */
final class ConnectionLimits {

  private static final List<String> POSTGRES =
      List.of("postgres", "postgresql", "postgis", "pgvector", "timescaledb");
  private static final List<String> MYSQL = List.of("mysql", "mariadb", "percona");

  private static final List<String> VARIABLES =
      List.of(
          "POSTGRESQL_MAX_CONNECTIONS",
          "POSTGRES_MAX_CONNECTIONS",
          "MYSQL_MAX_CONNECTIONS",
          "MARIADB_MAX_CONNECTIONS");

  private ConnectionLimits() {}

  /**
   * The limit of a service.
   *
   * @param path the image's, as a reference has it
   * @param starts what its command adds; none where it gives none
   * @param mounts what is laid over its files
   */
  static Answer<ConnectionLimit> find(
      String path,
      Map<String, Scalar> environment,
      List<Command> starts,
      List<ServiceMount> mounts) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    boolean postgres = POSTGRES.contains(name);
    if (!postgres && !MYSQL.contains(name)) {
      return new Answer.Unknown<>("the limit of " + name + " is not known");
    }
    int reserved = postgres ? 3 : 0;
    Optional<Slice> written = onCommandLine(starts);
    for (String variable : VARIABLES) {
      Scalar value = environment.get(variable);
      if (written.isEmpty() && value != null && value.fixed().isPresent()) {
        written = Optional.of(value.slice());
      }
    }
    if (written.isEmpty() && mayBeConfigured(mounts)) {
      return new Answer.Unknown<>("a file that is mounted may set the limit");
    }
    if (written.isEmpty()) {
      int standard = postgres ? 100 : 151;
      return new Answer.Known<>(new ConnectionLimit(standard, reserved, written), List.of());
    }
    Optional<Integer> most = Digits.number(written.get().text());
    return most.isPresent()
        ? new Answer.Known<>(
            new ConnectionLimit(most.get(), reserved, written), List.of(written.get().place()))
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
  private static Optional<Slice> onCommandLine(List<Command> starts) {
    Optional<Slice> found = Optional.empty();
    for (Command command : starts) {
      List<ShellWord> words = new ArrayList<>(List.of(command.name())); // it may be an option, too
      words.addAll(command.arguments());
      for (ShellWord word : words) {
        String text = word.slice().text();
        int equals = text.indexOf('=');
        String key = equals < 0 ? "" : text.substring(0, equals).replace('-', '_');
        if (key.endsWith("max_connections") && !key.endsWith("user_max_connections")) {
          found = Optional.of(word.slice().part(equals + 1, text.length()));
        }
      }
    }
    return found;
  }
}
