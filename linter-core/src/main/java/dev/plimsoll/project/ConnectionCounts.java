package dev.plimsoll.project;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.project.Connections.Term;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the terms of a service's connections off its variables, its command line, its settings. */
final class ConnectionCounts {

  private static final Term NONE = Term.byDefault(0);

  private final ComposeService service;
  private final Map<String, Scalar> environment;
  private final PoolSizes sizes;
  private final PoolFiles files;

  ConnectionCounts(ComposeService service, Map<String, Scalar> environment, PoolFiles files) {
    this.service = service;
    this.environment = environment;
    this.sizes = new PoolSizes(environment);
    this.files = files;
  }

  /**
   * To all databases, where it has a single pool.
   *
   * @param image what it starts from
   */
  Answer<Connections> find(Answer<List<Command>> starts, Answer<ServiceImage> image) {
    return find(starts, image, environment.values(), true);
  }

  /**
   * To the database that some URLs name.
   *
   * @param isOnly whether it talks to no other, so that what names none is of this one
   */
  Answer<Connections> find(
      Answer<List<Command>> starts,
      Answer<ServiceImage> image,
      Collection<Scalar> urls,
      boolean isOnly) {
    List<List<StartWord>> own = StartWords.own(service, environment);
    List<List<StartWord>> all = all(starts, own);
    Optional<Term> pool = pool(urls, isOnly, own.isEmpty() ? all : own, image);
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
    Optional<Term> processes = new WorkerProcesses(environment).find(own, all);
    if (processes.isEmpty()) {
      return new Answer.Unknown<>("how many processes run is not known");
    }
    Optional<Term> overflow = PoolSizes.overflowParameter(urls);
    if (overflow.isEmpty() && isOnly) {
      overflow = sizes.overflow();
    }
    return new Answer.Known<>(
        new Connections(replicas.get(), processes.get(), pool.get(), overflow.orElse(NONE)),
        ((Answer.Known<List<Command>>) starts).because());
  }

  private List<List<StartWord>> all(Answer<List<Command>> starts, List<List<StartWord>> otherwise) {
    return starts instanceof Answer.Known<List<Command>> known
        ? StartWords.of(known.value(), environment)
        : otherwise;
  }

  /** How many processes each replica has; nothing where it counts the processors. */
  Optional<Term> processes(Answer<List<Command>> starts) {
    List<List<StartWord>> own = StartWords.own(service, environment);
    return new WorkerProcesses(environment).find(own, all(starts, own));
  }

  /** How often the service runs; nothing where a variable or the number of nodes decides. */
  Optional<Term> replicas() {
    Optional<Scalar> mode = service.scalar("deploy", "mode");
    if (mode.isPresent() && !mode.get().text().equals("replicated")) {
      return Optional.empty();
    }
    Optional<Scalar> scale = service.scalar("scale");
    Optional<Scalar> count = scale.isPresent() ? scale : service.scalar("deploy", "replicas");
    return count.isEmpty() ? Optional.of(Term.byDefault(1)) : Term.of(count.get());
  }

  /** By a parameter of its URL, by a variable, by a word of its command, by its settings. */
  private Optional<Term> pool(
      Collection<Scalar> urls,
      boolean isOnly,
      List<List<StartWord>> commands,
      Answer<ServiceImage> image) {
    Optional<Term> parameter = PoolSizes.parameter(urls);
    if (parameter.isPresent() || !isOnly) {
      return parameter;
    }
    Optional<Term> named = sizes.named();
    if (named.isPresent()) {
      return named;
    }
    Optional<Term> word = sizes.word(commands);
    if (word.isPresent()) {
      return word;
    }
    return image instanceof Answer.Known<ServiceImage> known
            && known.value() instanceof ServiceImage.Built built
        ? files.find(built.context())
        : Optional.empty();
  }
}
