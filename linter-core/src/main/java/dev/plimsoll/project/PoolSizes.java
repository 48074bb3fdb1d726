package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.project.Connections.Term;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the size of a pool off variables, URLs and command lines. Sources: the connection
 * parameters of Prisma, pgx, SQLAlchemy, Npgsql and MongoDB; HikariCP's properties as Spring Boot
 * binds them.
 */
final class PoolSizes {

  private static final List<String> POOLS =
      List.of(
          "POOL_SIZE",
          "POOLSIZE",
          "POOL_MAX",
          "MAX_POOL",
          "POOL_MAX_SIZE",
          "MAX_POOL_SIZE",
          "MAXIMUM_POOL_SIZE",
          "MAXIMUMPOOLSIZE",
          "CONNECTION_LIMIT",
          "MAX_OPEN_CONNS",
          "MAX_OPEN_CONNECTIONS",
          "RAILS_MAX_THREADS");

  private static final List<String> OVERFLOWS = List.of("MAX_OVERFLOW", "POOL_OVERFLOW");

  /** Words in a variable's name that make it another pool's. */
  private static final Set<String> OTHERS =
      Set.of(
          "HTTP", "REDIS", "CACHE", "THREAD", "KAFKA", "WORKER", "CELERY", "BROKER", "BUFFER",
          "MEMORY", "MIN");

  private static final List<String> PARAMETERS =
      List.of(
          "connection_limit",
          "pool_size",
          "pool_max_conns",
          "pool_max_size",
          "max_pool_size",
          "maxpoolsize",
          "maximumpoolsize",
          "maximum pool size",
          "max pool size");

  private static final List<String> OVERFLOW_PARAMETERS = List.of("max_overflow");

  private static final List<String> WORDS =
      List.of("maximum-pool-size=", "maximumPoolSize=", "--pool-size=", "--db-pool-size=");

  private final Map<String, Scalar> environment;

  PoolSizes(Map<String, Scalar> environment) {
    this.environment = environment;
  }

  /** The size by a variable of its own. */
  Optional<Term> named() {
    return named(POOLS);
  }

  Optional<Term> overflow() {
    return named(OVERFLOWS);
  }

  /** The size by a parameter of one of these URLs. */
  static Optional<Term> parameter(Collection<Scalar> urls) {
    return parameter(urls, PARAMETERS);
  }

  static Optional<Term> overflowParameter(Collection<Scalar> urls) {
    return parameter(urls, OVERFLOW_PARAMETERS);
  }

  private static Optional<Term> parameter(Collection<Scalar> urls, List<String> names) {
    for (Scalar value : urls) {
      Optional<Term> parameter = parameter(value, names);
      if (parameter.isPresent()) {
        return parameter;
      }
    }
    return Optional.empty();
  }

  /** The size by a word of a command line, or by one of the options that Java gets. */
  Optional<Term> word(List<List<StartWord>> commands) {
    for (List<StartWord> command : commands) {
      Optional<Term> term = among(command);
      if (term.isPresent()) {
        return term;
      }
    }
    for (String name : List.of("JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")) {
      Scalar options = environment.get(name);
      Optional<Term> term = options == null ? Optional.empty() : among(StartWords.in(options));
      if (term.isPresent()) {
        return term;
      }
    }
    return Optional.empty();
  }

  private static Optional<Term> among(List<StartWord> words) {
    for (StartWord word : words) {
      String text = word.text().orElse("");
      for (String key : WORDS) {
        int at = text.indexOf(key);
        if (at >= 0) {
          StartWord value = word.from(at + key.length());
          return Term.of(value.text().orElse(""), value.place());
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Term> named(List<String> endings) {
    for (Map.Entry<String, Scalar> entry : environment.entrySet()) {
      String name = entry.getKey().toUpperCase(Locale.ROOT);
      for (String ending : endings) {
        if (name.endsWith(ending) && !isOfAnother(name)) {
          Optional<Term> term = Term.of(entry.getValue());
          if (term.isPresent()) {
            return term;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isOfAnother(String name) {
    for (String word : name.split("_", -1)) {
      if (OTHERS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** {@code ?name=4} of a URL, {@code ;Name=4} of a connection string. */
  private static Optional<Term> parameter(Scalar url, List<String> names) {
    String text = url.text();
    boolean isUrl = text.indexOf("://") >= 0;
    char separator = isUrl ? '&' : ';';
    int at = isUrl ? text.indexOf('?') : text.indexOf(';');
    while (at >= 0) {
      int equals = text.indexOf('=', at);
      int next = text.indexOf(separator, at + 1);
      int end = next < 0 ? text.length() : next;
      if (equals > 0 && equals < end) {
        String name = text.substring(at + 1, equals).strip().toLowerCase(Locale.ROOT);
        if (names.contains(name)) {
          return Term.of(url.part(equals + 1, end));
        }
      }
      at = next;
    }
    return Optional.empty();
  }
}
