package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.HostUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds who uses a Redis as the broker of tasks: by a variable that says so, or by the program that
 * it starts, which keeps its tasks there. Sources: Celery, RQ, Sidekiq, BullMQ, Laravel Horizon,
 * arq, Dramatiq, Huey, Resque, n8n's queue mode.
 */
final class BrokerUses {

  /** Words of a variable's name that say what the host behind it is for. */
  private static final Set<String> NAMING =
      Set.of(
          "BROKER",
          "BULL",
          "BULLMQ",
          "BEE",
          "QUEUE",
          "QUEUES",
          "QUEUEING",
          "RQ",
          "ARQ",
          "HUEY",
          "SIDEKIQ",
          "RESQUE",
          "DRAMATIQ",
          "TASKIQ",
          "JOBS",
          "TASKS",
          "CELERY");

  /** What says that it is for something else. */
  private static final Set<String> OTHER =
      Set.of("RESULT", "RESULTS", "BACKEND", "CACHE", "SESSION", "SESSIONS", "LOCK");

  /** Programs that keep their tasks in a Redis and in nothing else. */
  private static final Set<String> WORKERS =
      Set.of("sidekiq", "rq", "rqworker", "arq", "resque", "resque:work", "horizon");

  private final ComposeSet set;
  private final ComposeView view;

  BrokerUses(ComposeSet set, ComposeView view) {
    this.set = set;
    this.view = view;
  }

  /** Those of a service under its own name; the first of each client. */
  List<BrokerUse> of(ComposeService redis) {
    List<BrokerUse> uses = new ArrayList<>();
    for (ComposeService service : set.services()) {
      if (!service.name().equals(redis.name())) {
        Optional<BrokerUse> use = use(service, redis);
        if (use.isPresent()) {
          uses.add(use.get());
        }
      }
    }
    return uses;
  }

  private Optional<BrokerUse> use(ComposeService service, ComposeService redis) {
    Map<String, Scalar> environment = view.environment(set, service);
    List<HostUse> hosts = new ArrayList<>();
    for (Map.Entry<String, Scalar> entry : environment.entrySet()) {
      for (HostUse use : HostUse.in(entry.getKey(), entry.getValue())) {
        if (isHostOf(redis, use, service)) {
          if (isNaming(entry.getKey())) {
            return Optional.of(new BrokerUse(service, use.host().slice()));
          }
          hosts.add(use);
        }
      }
    }
    List<List<StartWord>> commands = StartWords.own(service, environment);
    Optional<BrokerUse> onLine = onCommandLine(commands, service, redis);
    if (onLine.isPresent() || hosts.isEmpty()) {
      return onLine;
    }
    for (List<StartWord> command : commands) {
      for (StartWord word : command) {
        boolean isCelery = word.program().equals("celery") && !hasAnother(environment);
        if (isCelery || WORKERS.contains(word.program())) {
          return Optional.of(new BrokerUse(service, word.place()));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether its variables name a broker, which is none of those found. */
  private static boolean hasAnother(Map<String, Scalar> environment) {
    for (Map.Entry<String, Scalar> entry : environment.entrySet()) {
      String name = entry.getKey().toUpperCase(Locale.ROOT);
      if (name.contains("BROKER")
          || name.contains("RABBIT")
          || entry.getValue().text().startsWith("amqp")) {
        return true;
      }
    }
    return false;
  }

  /** {@code celery -b redis://cache}, {@code rq worker --url redis://cache}. */
  private Optional<BrokerUse> onCommandLine(
      List<List<StartWord>> commands, ComposeService service, ComposeService redis) {
    for (List<StartWord> command : commands) {
      Optional<StartWord> broker =
          WorkerProcesses.option(command, List.of("--broker", "-b", "--url", "-u"));
      String program = command.get(0).program();
      boolean isWorker = program.equals("celery") || WORKERS.contains(program);
      if (isWorker && broker.isPresent() && broker.get().text().isPresent()) {
        String text = broker.get().text().get();
        String name = redis.name().toLowerCase(Locale.ROOT);
        int at = text.indexOf("://");
        String authority = at < 0 ? "" : text.substring(at + 3);
        String host = authority.substring(authority.indexOf('@') + 1);
        if (host.equals(name) || host.startsWith(name + ":") || host.startsWith(name + "/")) {
          return Optional.of(new BrokerUse(service, broker.get().place()));
        }
      }
    }
    return Optional.empty();
  }

  private boolean isHostOf(ComposeService redis, HostUse use, ComposeService service) {
    return view.network().peers(set, service, use.host().text())
            instanceof Answer.Known<Peers> peers
        && peers.value().answering().contains(redis.name());
  }

  private static boolean isNaming(String variable) {
    boolean names = false;
    for (String word : variable.toUpperCase(Locale.ROOT).split("[_.-]+", -1)) {
      if (OTHER.contains(word)) {
        return false;
      }
      names |= NAMING.contains(word);
    }
    return names;
  }
}
