package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeService;
import java.util.List;

/**
 * A database of a set, and who may hold connections to it.
 *
 * @param product what it speaks: {@code postgresql}, {@code mysql}, {@code mariadb}
 * @param clients the services that are told to talk to it, without those that are known to open no
 *     connection that lasts
 * @param poolers the services between it and others
 */
public record DatabaseLoad(
    ComposeService database,
    String product,
    List<DatabaseClient> clients,
    List<ComposeService> poolers) {

  public DatabaseLoad {
    clients = List.copyOf(clients);
    poolers = List.copyOf(poolers);
  }

  /** How many connections these may hold at once, of which it is known. */
  public long most() {
    long sum = 0;
    for (DatabaseClient client : clients) {
      if (client.connections() instanceof Answer.Known<Connections> known) {
        sum += known.value().most();
      }
    }
    return sum;
  }

  /** Whether it is known of all of them. */
  public boolean isCounted() {
    for (DatabaseClient client : clients) {
      if (!(client.connections() instanceof Answer.Known)) {
        return false;
      }
    }
    return true;
  }

  /** How many processes these are, as far as it is known: one each at least. */
  public long processes() {
    long sum = 0;
    for (DatabaseClient client : clients) {
      sum += client.processes();
    }
    return sum;
  }
}
