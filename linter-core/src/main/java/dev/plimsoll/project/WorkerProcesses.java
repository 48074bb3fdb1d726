package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.project.Connections.Term;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many processes a command line starts of which each has its own pool. Sources: the settings of
 * Gunicorn, Uvicorn, Hypercorn, Granian, uWSGI, Puma, Celery, Dramatiq and PM2.
 */
final class WorkerProcesses {

  /**
   * A program that starts several.
   *
   * @param options what its command line is told the number by
   * @param variables what it is told it by else
   * @param standard how many it starts else; nothing where it counts processors
   * @param deciding options behind which the number may hide
   */
  private record Server(
      List<String> options,
      List<String> variables,
      Optional<Integer> standard,
      List<String> deciding) {}

  private static final List<String> CONCURRENCY = List.of("WEB_CONCURRENCY");
  private static final Optional<Integer> ONE = Optional.of(1);

  private static final Map<String, Server> SERVERS =
      Map.ofEntries(
          Map.entry(
              "gunicorn",
              new Server(
                  List.of("-w", "--workers"),
                  List.of("WEB_CONCURRENCY", "GUNICORN_WORKERS"),
                  ONE,
                  List.of("-c", "--config"))),
          Map.entry("uvicorn", web("UVICORN_WORKERS")),
          Map.entry("hypercorn", web("HYPERCORN_WORKERS")),
          Map.entry("granian", web("GRANIAN_WORKERS")),
          Map.entry("fastapi", web("UVICORN_WORKERS")),
          Map.entry("puma", web("PUMA_WORKERS")),
          Map.entry("rails", new Server(List.of(), CONCURRENCY, ONE, List.of())),
          Map.entry(
              "uwsgi",
              new Server(
                  List.of("-p", "--processes", "--workers"),
                  List.of("UWSGI_PROCESSES", "UWSGI_WORKERS"),
                  ONE,
                  List.of("--ini", "--yaml", "--xml", "--json"))),
          Map.entry(
              "celery",
              new Server(
                  List.of("-c", "--concurrency"),
                  List.of("CELERY_WORKER_CONCURRENCY", "CELERYD_CONCURRENCY", "CELERY_CONCURRENCY"),
                  Optional.empty(),
                  List.of())),
          Map.entry(
              "dramatiq",
              new Server(List.of("-p", "--processes"), List.of(), Optional.empty(), List.of())),
          Map.entry("pm2-runtime", pm2()),
          Map.entry("pm2", pm2()));

  /** Programs whose cluster of processes a variable alone tells of. */
  private static final List<String> NODE = List.of("node", "npm", "yarn", "pnpm", "bun");

  private static final List<String> CLUSTER =
      List.of("WEB_CONCURRENCY", "CLUSTER_WORKERS", "NODE_CLUSTER_WORKERS");

  private static final List<String> THREADS = List.of("solo", "threads", "gevent", "eventlet");

  private final Map<String, Scalar> environment;

  WorkerProcesses(Map<String, Scalar> environment) {
    this.environment = environment;
  }

  private static Server web(String variable) {
    return new Server(
        List.of("-w", "--workers"), List.of("WEB_CONCURRENCY", variable), ONE, List.of());
  }

  private static Server pm2() {
    return new Server(List.of("-i", "--instances"), List.of(), ONE, List.of());
  }

  /**
   * Of the last program that is known to start several; one where there is none.
   *
   * @return nothing where it counts the processors, or a variable decides
   */
  Optional<Term> find(List<List<StartWord>> own, List<List<StartWord>> all) {
    Optional<Optional<Term>> found = last(own);
    if (found.isEmpty()) {
      found = last(all);
    }
    return found.isEmpty() ? Optional.of(Term.byDefault(1)) : found.get();
  }

  private Optional<Optional<Term>> last(List<List<StartWord>> commands) {
    Optional<Optional<Term>> found = Optional.empty();
    for (List<StartWord> command : commands) {
      for (int i = 0; i < command.size(); i++) {
        String program = command.get(i).program();
        Server server = SERVERS.get(program);
        if (server != null) {
          found = Optional.of(count(program, server, command.subList(i + 1, command.size())));
          break;
        }
        if (i == 0 && NODE.contains(program)) {
          found = Optional.of(variable(CLUSTER).orElse(Optional.of(Term.byDefault(1))));
        }
      }
    }
    return found;
  }

  private Optional<Term> count(String program, Server server, List<StartWord> words) {
    if (program.equals("celery")) {
      Optional<Optional<Term>> special = celery(words);
      if (special.isPresent()) {
        return special.get();
      }
    }
    Optional<StartWord> option = option(words, server.options());
    if (option.isEmpty() && program.equals("gunicorn") && arguments().isPresent()) {
      option = option(StartWords.in(arguments().get()), server.options());
    }
    if (option.isPresent()) {
      return term(option.get());
    }
    Optional<Optional<Term>> variable = variable(server.variables());
    if (variable.isPresent()) {
      return variable.get();
    }
    boolean mayHide = option(words, server.deciding()).isPresent();
    return mayHide || server.standard().isEmpty()
        ? Optional.empty()
        : Optional.of(Term.byDefault(server.standard().get()));
  }

  private Optional<Scalar> arguments() {
    return Optional.ofNullable(environment.get("GUNICORN_CMD_ARGS"));
  }

  /** What a pool of threads and what autoscaling comes to. */
  private static Optional<Optional<Term>> celery(List<StartWord> words) {
    Optional<StartWord> pool = option(words, List.of("-P", "--pool"));
    if (pool.isPresent()) {
      String text = pool.get().text().orElse("");
      if (THREADS.contains(text)) {
        return Optional.of(Optional.of(Term.byDefault(1)));
      }
    }
    Optional<StartWord> scale = option(words, List.of("--autoscale"));
    if (scale.isPresent()) {
      String text = scale.get().text().orElse("");
      int comma = text.indexOf(',');
      String most = comma < 0 ? text : text.substring(0, comma);
      return Optional.of(Term.of(most, scale.get().place()));
    }
    return Optional.empty();
  }

  /** The first variable that is set; nothing within where it holds no number. */
  private Optional<Optional<Term>> variable(List<String> names) {
    for (String name : names) {
      Scalar value = environment.get(name);
      if (value != null) {
        return Optional.of(Term.of(value));
      }
    }
    return Optional.empty();
  }

  private static Optional<Term> term(StartWord word) {
    return word.text().isEmpty() ? Optional.empty() : Term.of(word.text().get(), word.place());
  }

  /** What an option is given last: {@code -w 4}, {@code -w4}, {@code --workers=4}. */
  static Optional<StartWord> option(List<StartWord> words, List<String> names) {
    Optional<StartWord> found = Optional.empty();
    for (int i = 0; i < words.size(); i++) {
      StartWord word = words.get(i);
      for (String name : names) {
        boolean isBrief = name.length() == 2;
        if (word.is(name) && i + 1 < words.size()) {
          found = Optional.of(words.get(i + 1));
        } else if (!isBrief && word.startsWith(name + "=")) {
          found = Optional.of(word.from(name.length() + 1));
        } else if (isBrief
            && word.startsWith(name)
            && word.text().orElse("").length() > 2
            && Character.isDigit(word.text().orElse("").charAt(2))) {
          found = Optional.of(word.from(2));
        }
      }
    }
    return found;
  }
}
