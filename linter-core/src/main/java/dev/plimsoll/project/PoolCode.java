package dev.plimsoll.project;

import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the code of a service that the project builds says about its connections to databases.
 *
 * @param unpooled where it asks for none to be kept
 * @param pools for what it makes pools: the expression that each is made from, and where they are
 *     made
 * @param code all of it
 */
record PoolCode(Optional<Slice> unpooled, Map<String, List<Slice>> pools, SourceCode code) {

  /** Calls that make a pool, as their first argument says for which database. */
  private static final List<String> CALLS =
      List.of(
          "create_engine(",
          "create_async_engine(",
          "asyncpg.create_pool(",
          "ConnectionPool(",
          "AsyncConnectionPool(",
          "new PrismaClient(",
          "new Pool(",
          "new HikariDataSource(");

  /** What sets how many connections there are, for how long, and under which name. */
  private static final List<String> SETTINGS =
      List.of(
          "pool_size",
          "poolsize",
          "max_overflow",
          "pool_recycle",
          "pool_timeout",
          "pool_pre_ping",
          "connect_timeout",
          "connecttimeout",
          "connectiontimeout",
          "application_name",
          "applicationname",
          "connection_limit",
          "connectionlimit",
          "statement_timeout",
          "maxopenconn",
          "maximumpoolsize",
          "maximum-pool-size",
          "max_connections",
          "maxconnections",
          "max_size",
          "min_size",
          "idletimeout",
          "idle_timeout",
          "conn_max_age",
          "nullpool",
          "pool:",
          "pool =",
          "max:");

  static PoolCode of(SourceCode code) {
    List<Slice> without = code.find("NullPool");
    Map<String, List<Slice>> pools = new LinkedHashMap<>();
    for (String call : CALLS) {
      for (Slice place : code.find(call)) {
        String database = database(SourceCode.behind(place));
        List<Slice> made = pools.get(database);
        if (made == null) {
          made = new ArrayList<>();
          pools.put(database, made);
        }
        made.add(place.part(0, place.text().length() - 1));
      }
    }
    Optional<Slice> unpooled = without.isEmpty() ? Optional.empty() : Optional.of(without.get(0));
    return new PoolCode(unpooled, pools, code);
  }

  /** The name at the beginning of the arguments, without what is done with it. */
  private static String database(String arguments) {
    String text = arguments.strip();
    int end = 0;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || "._".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    String name = text.substring(0, end);
    return name.endsWith(".replace") ? name.substring(0, name.length() - 8) : name;
  }

  /** Whether it reads the variables of a client, and sets none of what a pool should have. */
  boolean leavesOpen(DatabaseClient client) {
    boolean isRead = false;
    for (DatabaseClient.Use use : client.uses()) {
      isRead |= !use.host().variable().isEmpty() && !code.find(use.host().variable()).isEmpty();
    }
    return isRead && !code.mentions(SETTINGS);
  }
}
