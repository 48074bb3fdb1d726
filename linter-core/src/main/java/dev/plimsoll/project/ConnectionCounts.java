package dev.plimsoll.project;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.project.Connections.Term;
import dev.plimsoll.text.Digits;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the terms of a service's connections off its variables and its command line. Sources: the
 * settings of Gunicorn, Uvicorn, Hypercorn, Celery and Puma; the connection parameters of Prisma,
 * pgx, SQLAlchemy, MongoDB; HikariCP's properties as Spring Boot binds them.
 */
final class ConnectionCounts {

  private static final List<String> POOLS =
      List.of(
          "POOL_SIZE",
          "POOL_MAX",
          "POOL_MAX_SIZE",
          "MAX_POOL_SIZE",
          "MAXIMUM_POOL_SIZE",
          "MAXIMUMPOOLSIZE",
          "CONNECTION_LIMIT",
          "MAX_OPEN_CONNS",
          "RAILS_MAX_THREADS");

  /** Words in a variable's name that make it another pool's. */
  private static final Set<String> OTHERS =
      Set.of("HTTP", "REDIS", "CACHE", "THREAD", "KAFKA", "WORKER", "CELERY", "BUFFER", "MEMORY");

  private static final List<String> PARAMETERS =
      List.of(
          "connection_limit",
          "pool_size",
          "pool_max_conns",
          "pool_max_size",
          "max_pool_size",
          "maxpoolsize",
          "maximumpoolsize");

  private static final List<String> WEB = List.of("gunicorn", "uvicorn", "hypercorn", "puma");

  private static final int LENGTH = 6; // the product of all terms has to fit into a long

  private final ComposeService service;
  private final Map<String, Scalar> environment;

  ConnectionCounts(ComposeService service, Map<String, Scalar> environment) {
    this.service = service;
    this.environment = environment;
  }

  Answer<Connections> find(Answer<List<Command>> starts) {
    Optional<Term> pool = pool();
    if (pool.isEmpty()) {
      return new Answer.Unknown<>("no size of a pool is seen");
    }
    Optional<Term> replicas = replicas();
    if (replicas.isEmpty()) {
      return new Answer.Unknown<>("how many replicas run is not known");
    }
    if (starts instanceof Answer.Unknown<List<Command>> unknown) {
      return new Answer.Unknown<>(unknown.reason());
    }
    Answer.Known<List<Command>> known = (Answer.Known<List<Command>>) starts;
    Optional<Term> processes = processes(known.value());
    if (processes.isEmpty()) {
      return new Answer.Unknown<>("how many processes run is not known");
    }
    Term overflow = named(List.of("MAX_OVERFLOW")).orElse(Term.byDefault(0));
    return new Answer.Known<>(
        new Connections(replicas.get(), processes.get(), pool.get(), overflow), known.because());
  }

  /** How often the service runs; nothing where a variable or the number of nodes decides. */
  private Optional<Term> replicas() {
    Optional<Scalar> mode = service.scalar("deploy", "mode");
    if (mode.isPresent() && !mode.get().text().equals("replicated")) {
      return Optional.empty();
    }
    Optional<Scalar> scale = service.scalar("scale");
    Optional<Scalar> count = scale.isPresent() ? scale : service.scalar("deploy", "replicas");
    return count.isEmpty() ? Optional.of(Term.byDefault(1)) : term(count.get());
  }

  /** Of the last program that is known to start several; nothing where it counts the processors. */
  private Optional<Term> processes(List<Command> starts) {
    Optional<Term> found = Optional.of(Term.byDefault(1));
    for (Command command : starts) {
      String program = program(command);
      if (WEB.contains(program)) {
        Optional<Slice> option = option(command.arguments(), "-w", "--workers");
        Scalar concurrency = environment.get("WEB_CONCURRENCY");
        found =
            option.isPresent()
                ? number(option.get())
                : concurrency == null ? Optional.of(Term.byDefault(1)) : term(concurrency);
      } else if (program.equals("celery")) {
        Optional<Slice> option = option(command.arguments(), "-c", "--concurrency");
        found = option.isPresent() ? number(option.get()) : Optional.empty();
      }
    }
    return found;
  }

  /** The program, where {@code python -m}, {@code bundle exec} and their like start it, too. */
  private static String program(Command command) {
    if (WEB.contains(command.program()) || command.program().equals("celery")) {
      return command.program();
    }
    for (ShellWord word : command.arguments()) {
      if (WEB.contains(word.text()) || word.text().equals("celery")) {
        return word.text();
      }
    }
    return command.program();
  }

  /** What an option is given last: {@code -w 4}, {@code -w4}, {@code --workers=4}. */
  private static Optional<Slice> option(List<ShellWord> words, String brief, String full) {
    Optional<Slice> found = Optional.empty();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).text();
      Slice slice = words.get(i).slice();
      if ((word.equals(brief) || word.equals(full)) && i + 1 < words.size()) {
        found = Optional.of(words.get(i + 1).slice());
      } else if (slice.text().startsWith(full + "=")) {
        found = Optional.of(slice.part(full.length() + 1, slice.text().length()));
      } else if (slice.text().startsWith(brief)
          && slice.text().length() > brief.length()
          && !word.startsWith("--")) {
        found = Optional.of(slice.part(brief.length(), slice.text().length()));
      }
    }
    return found;
  }

  /** By a variable of its own, else by a parameter of a URL. */
  private Optional<Term> pool() {
    Optional<Term> named = named(POOLS);
    if (named.isPresent()) {
      return named;
    }
    for (Scalar value : environment.values()) {
      Optional<Term> parameter = parameter(value);
      if (parameter.isPresent()) {
        return parameter;
      }
    }
    return Optional.empty();
  }

  private Optional<Term> named(List<String> endings) {
    for (Map.Entry<String, Scalar> entry : environment.entrySet()) {
      String name = entry.getKey().toUpperCase(Locale.ROOT);
      for (String ending : endings) {
        if (name.endsWith(ending) && !isOfAnother(name)) {
          Optional<Term> term = term(entry.getValue());
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

  private static Optional<Term> parameter(Scalar url) {
    String text = url.text();
    int query = text.indexOf("://") < 0 ? -1 : text.indexOf('?');
    while (query >= 0) {
      int equals = text.indexOf('=', query);
      int next = text.indexOf('&', query + 1);
      int end = next < 0 ? text.length() : next;
      if (equals > 0 && equals < end) {
        String name = text.substring(query + 1, equals).toLowerCase(Locale.ROOT);
        if (PARAMETERS.contains(name)) {
          return term(url.part(equals + 1, end));
        }
      }
      query = next;
    }
    return Optional.empty();
  }

  private static Optional<Term> term(Scalar scalar) {
    Optional<String> text = scalar.known();
    return text.isEmpty() ? Optional.empty() : number(text.get(), scalar.slice());
  }

  private static Optional<Term> number(Slice slice) {
    return number(slice.text(), slice);
  }

  private static Optional<Term> number(String text, Slice slice) {
    Optional<Integer> number = text.length() <= LENGTH ? Digits.number(text) : Optional.empty();
    return number.isEmpty()
        ? Optional.empty()
        : Optional.of(new Term(number.get(), Optional.of(slice)));
  }
}
