package dev.plimsoll.rules.compose.databases;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.HostUse;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.Peers;
import dev.plimsoll.project.RedisServer;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Two programs that do not know of each other overwrite each other's keys, or flush them. */
@RuleInfo(
    id = "compose/redis-namespace-missing",
    title = "Services share a Redis database without key prefixes",
    severity = Severity.INFO,
    category = Category.RELIABILITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT)
public final class RedisNamespaceMissing extends ComposeRule {

  /** Who uses database 0 of a Redis, and where that stands. */
  private record Client(ComposeService service, String program, Slice place) {}

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    Set<String> servers = new LinkedHashSet<>();
    for (RedisServer redis : context.compose().databases().redisServers(set)) {
      servers.add(redis.service().name());
    }
    if (servers.isEmpty()) {
      return;
    }
    SortedMap<String, ComposeService> byName = new TreeMap<>(); // not as the text has them
    for (ComposeService service : set.services()) {
      byName.put(service.name(), service);
    }
    for (String server : servers) {
      List<Client> clients = new ArrayList<>();
      for (ComposeService service : byName.values()) {
        Optional<Client> client =
            servers.contains(service.name())
                ? Optional.empty()
                : client(service, server, set, context);
        if (client.isPresent()) {
          report(client.get(), clients, set.service(server).orElseThrow(), context);
          clients.add(client.get());
        }
      }
    }
  }

  private static void report(
      Client client, List<Client> before, ComposeService server, RuleContext context) {
    for (Client other : before) {
      if (!other.program().equals(client.program())
          && client.service().runsBeside(other.service())) {
        context.report(
            Finding.at(
                    client.service().anchor("environment"),
                    client.place(),
                    "%s and %s share database 0 of %s without a prefix for their keys",
                    other.service().key(),
                    client.service().key(),
                    server.key())
                .related(other.place(), "the other that uses it"));
        return;
      }
    }
  }

  private static Optional<Client> client(
      ComposeService service, String server, ComposeSet set, RuleContext context) {
    Map<String, Scalar> environment = context.compose().environment(set, service);
    Optional<Slice> place = Optional.empty();
    for (Map.Entry<String, Scalar> entry : environment.entrySet()) {
      String name = entry.getKey().toUpperCase(Locale.ROOT);
      if (name.contains("PREFIX")
          || name.contains("NAMESPACE")
          || (name.contains("REDIS") && (name.endsWith("DB") || name.endsWith("DATABASE")))) {
        return Optional.empty();
      }
      if (!entry.getValue().text().contains(server)) {
        continue; // the least that a host needs
      }
      for (HostUse use : HostUse.in(entry.getKey(), entry.getValue())) {
        if (context.compose().network().peers(set, service, use.host().text())
                instanceof Answer.Known<Peers> peers
            && peers.value().answering().contains(server)) {
          if (use.form() != HostUse.Form.URL || hasDatabase(entry.getValue())) {
            return Optional.empty(); // it may be set elsewhere
          }
          place = Optional.of(use.host().slice());
        }
      }
    }
    Optional<String> program = program(service);
    return place.isEmpty() || program.isEmpty()
        ? Optional.empty()
        : Optional.of(new Client(service, program.get(), place.get()));
  }

  /**
   * Whether more than the host and its port stand in a URL: a number, or what a variable brings.
   */
  private static boolean hasDatabase(Scalar url) {
    if (url.known().isEmpty()) {
      return true;
    }
    String text = url.known().get();
    int path = text.indexOf('/', text.indexOf("://") + 3);
    String rest = path < 0 ? "" : text.substring(path);
    return !rest.isEmpty() && !rest.equals("/") && !rest.equals("/0");
  }

  /** What tells one program from another: several services of one program share keys on purpose. */
  private static Optional<String> program(ComposeService service) {
    Optional<Scalar> context = service.scalar("build", "context");
    if (context.isPresent()) {
      return Optional.of(context.get().text());
    }
    Optional<Scalar> image = service.scalar("image");
    if (image.isEmpty() || image.get().known().isEmpty()) {
      return Optional.empty();
    }
    String text = image.get().known().get();
    int colon = text.lastIndexOf(':');
    return Optional.of(colon > text.lastIndexOf('/') ? text.substring(0, colon) : text);
  }
}
