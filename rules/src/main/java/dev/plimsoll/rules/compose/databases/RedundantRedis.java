package dev.plimsoll.rules.compose.databases;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.project.RedisServer;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** One server holds several databases: another is one more to watch, to secure and to update. */
@RuleInfo(
    id = "compose/redundant-redis",
    title = "Several Redis services could be one",
    severity = Severity.INFO,
    category = Category.MAINTAINABILITY,
    confidence = Confidence.MEDIUM)
public final class RedundantRedis extends ComposeRule {

  /** What makes it a part of something larger. */
  private static final List<String> TOGETHER =
      List.of("replicaof", "slaveof", "cluster-enabled", "sentinel", "masterauth");

  /** What says nothing of what it is for. */
  private static final Set<String> SMALL =
      Set.of("maxmemory", "loglevel", "port", "bind", "databases", "tcp-keepalive", "timeout");

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    List<RedisServer> servers = new ArrayList<>();
    for (RedisServer redis : byName(context.compose().databases().redisServers(set))) {
      if (!redis.mayHaveMore() && isAlone(redis)) {
        Optional<RedisServer> same = same(redis, servers, set, context);
        if (same.isPresent()) {
          report(redis.service(), same.get(), context);
        } else {
          servers.add(redis);
        }
      }
    }
  }

  /** So that which is called the second does not hang on the order of the text. */
  private static Collection<RedisServer> byName(List<RedisServer> servers) {
    SortedMap<String, RedisServer> byName = new TreeMap<>();
    for (RedisServer each : servers) {
      byName.put(each.service().name(), each);
    }
    return byName.values();
  }

  private static void report(ComposeService service, RedisServer same, RuleContext context) {
    context.report(
        Finding.at(
                service.anchor(),
                service.key(),
                "%s is a second %s like %s: one server with a database number for each would do",
                service.key(),
                same.image(),
                same.service().key())
            .related(same.service().key(), "the first one"));
  }

  private static boolean isAlone(RedisServer redis) {
    for (String option : TOGETHER) {
      if (redis.options().containsKey(option)) {
        return false;
      }
    }
    return !redis.service().has("scale") && redis.service().find("deploy", "replicas").isEmpty();
  }

  private static Optional<RedisServer> same(
      RedisServer redis, List<RedisServer> others, ComposeSet set, RuleContext context) {
    for (RedisServer other : others) {
      if (other.image().equals(redis.image())
          && other.service().runsBeside(redis.service())
          && isSetAlike(redis, other)
          && isSetAlike(other, redis)
          && other.service().has("volumes") == redis.service().has("volumes")
          && !Collections.disjoint(
              context.compose().network().networks(set, other.service()),
              context.compose().network().networks(set, redis.service()))) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }

  /** Whether each option of one is that of the other; who evicts is for something else. */
  private static boolean isSetAlike(RedisServer redis, RedisServer other) {
    Set<String> names = new HashSet<>(redis.options().keySet());
    names.removeAll(SMALL);
    for (String name : names) {
      RedisServer.Setting own = redis.options().get(name);
      RedisServer.Setting its = other.options().get(name);
      if (own == null || its == null || own.text().isEmpty() || !own.text().equals(its.text())) {
        return false;
      }
    }
    return redis.isUnlimited() == other.isUnlimited();
  }
}
