package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a rule asks about the databases of Compose sets, their clients, and Redis. */
public final class DatabaseView {

  private final ComposeView compose;
  private final Project project;
  private final Inquiry inquiry;

  DatabaseView(ComposeView compose, Project project, Inquiry inquiry) {
    this.compose = compose;
    this.project = project;
    this.inquiry = inquiry;
  }

  /** The databases of a set whose connections are counted, and who may hold these. */
  public List<DatabaseLoad> databaseLoads(ComposeSet set) {
    return project
        .compose()
        .databaseLoads()
        .of(
            set,
            inquiry,
            new OncePerSet.Finder<>() {
              @Override
              List<DatabaseLoad> find(Inquiry asked) {
                return new DatabaseLoads(set, new ProjectView(project, asked).compose()).find();
              }
            });
  }

  /** The services of a set that are a Redis or one of its kin, in the order of the text. */
  public List<RedisServer> redisServers(ComposeSet set) {
    return project
        .compose()
        .redisServers()
        .of(
            set,
            inquiry,
            new OncePerSet.Finder<>() {
              @Override
              List<RedisServer> find(Inquiry asked) {
                DatabaseView view = new ProjectView(project, asked).compose().databases();
                List<RedisServer> servers = new ArrayList<>();
                for (ComposeService service : set.services()) {
                  if (view.redis(set, service) instanceof Answer.Known<RedisServer> redis) {
                    servers.add(redis.value());
                  }
                }
                return servers;
              }
            });
  }

  /** How a service is set that is a Redis or one of its kin; unknown for any other. */
  private Answer<RedisServer> redis(ComposeSet set, ComposeService service) {
    Answer<ServiceImage> image = compose.image(set, service);
    if (!(image instanceof Answer.Known<ServiceImage> known)
        || !(known.value().root() instanceof Answer.Known<ServiceImage> root)
        || !(root.value() instanceof ServiceImage.Pulled pulled)
        || !RedisServers.is(pulled.reference())) {
      return new Answer.Unknown<>("it is no Redis that is known");
    }
    boolean isBuilt = !known.value().builds().isEmpty();
    return new Answer.Known<>(
        RedisServers.read(
            service,
            pulled.reference(),
            isBuilt,
            compose.environment(set, service),
            compose.mounts(set, service)),
        known.because());
  }

  /** Who hands tasks on by a service that is a Redis, and what says so. */
  public List<BrokerUse> brokerUses(ComposeSet set, ComposeService redis) {
    return new BrokerUses(set, compose).of(redis);
  }

  /** Where the code that a service is built from asks for no pool of connections to be kept. */
  public Optional<Slice> unpooled(ComposeSet set, ComposeService service) {
    Optional<PoolCode> code = poolCode(set, service);
    return code.isEmpty() ? Optional.empty() : code.get().unpooled();
  }

  /**
   * Where the code that a service is built from makes pools for the same database; none where it
   * makes one alone.
   */
  public List<Slice> doubledPools(ComposeSet set, ComposeService service) {
    Optional<PoolCode> code = poolCode(set, service);
    if (code.isPresent()) {
      for (List<Slice> made : code.get().pools().values()) {
        if (made.size() > 1) {
          return made;
        }
      }
    }
    return List.of();
  }

  /**
   * Whether the code that a client is built from is seen to read its URL, and to set neither a pool
   * nor a timeout.
   */
  public boolean leavesPoolOpen(ComposeSet set, DatabaseClient client) {
    Optional<PoolCode> code = poolCode(set, client.service());
    return code.isPresent() && code.get().leavesOpen(client);
  }

  private Optional<PoolCode> poolCode(ComposeSet set, ComposeService service) {
    return compose.image(set, service) instanceof Answer.Known<ServiceImage> image
            && image.value() instanceof ServiceImage.Built built
        ? project.compose().poolCodes().below(built.context(), inquiry)
        : Optional.empty();
  }
}
