package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.text.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a host name means to a container: Docker's resolver knows the services, container names and
 * aliases of the networks that it shares with others. Source: docs.docker.com, Networking in
 * Compose.
 */
final class HostNames {

  private static final String DEFAULT = "default";

  private final ComposeSet set;

  HostNames(ComposeSet set) {
    this.set = set;
  }

  /** Who answers a service at a host; unknown where something outside of the set may. */
  Answer<Peers> find(ComposeService service, String name) {
    String host = name.toLowerCase(Locale.ROOT);
    if (isItself(host)) {
      return known(List.of(service), List.of());
    }
    Optional<String> outside = outside(service, host);
    if (outside.isPresent()) {
      return new Answer.Unknown<>(outside.get());
    }
    Set<String> own = networks(service);
    List<ComposeService> answering = new ArrayList<>();
    List<ComposeService> apart = new ArrayList<>();
    for (ComposeService other : set.services()) {
      Set<String> shared = new HashSet<>(networks(other));
      shared.retainAll(own);
      if (isLinked(service, other, host) || bearsName(other, shared, host)) {
        answering.add(other);
      } else if (bearsName(other, networks(other), host)) {
        apart.add(other);
      }
    }
    Optional<String> more = answering.isEmpty() ? moreThanSeen(own, host) : Optional.empty();
    return more.isPresent() ? new Answer.Unknown<>(more.get()) : known(answering, apart);
  }

  private static Answer<Peers> known(List<ComposeService> answering, List<ComposeService> apart) {
    List<Place> because = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (ComposeService each : answering) {
      names.add(each.name());
      because.add(each.key().place());
    }
    List<String> others = new ArrayList<>();
    for (ComposeService each : apart) {
      others.add(each.name());
      because.add(each.key().place());
    }
    return new Answer.Known<>(new Peers(names, others), because);
  }

  private static boolean isItself(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
  }

  /** Why the service's own configuration sends the name elsewhere. */
  private static Optional<String> outside(ComposeService service, String host) {
    if (host.equals("host.docker.internal") || host.equals("gateway.docker.internal")) {
      return Optional.of("it is the machine that Docker runs on");
    }
    Optional<Scalar> mode = service.scalar("network_mode");
    if (mode.isPresent() && !mode.get().text().startsWith("service:")) {
      return Optional.of("the service is in no network of the project");
    }
    if (service.members("extra_hosts").containsKey(host)
        || hasBefore(service.items("extra_hosts"), host)) {
      return Optional.of("extra_hosts gives it an address");
    }
    for (ComposeNode item : service.items("external_links")) {
      if (item instanceof Scalar link && alias(link.text()).equalsIgnoreCase(host)) {
        return Optional.of("external_links gives it an address");
      }
    }
    return Optional.empty();
  }

  private static boolean hasBefore(List<ComposeNode> items, String host) {
    for (ComposeNode item : items) {
      if (item instanceof Scalar scalar
          && scalar.text().toLowerCase(Locale.ROOT).startsWith(host)
          && scalar.text().length() > host.length()
          && ":=".indexOf(scalar.text().charAt(host.length())) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The name behind the colon, else the whole. */
  private static String alias(String link) {
    return link.substring(link.indexOf(':') + 1);
  }

  /** The networks of the project that a service is in, by their keys. */
  Set<String> networks(ComposeService service) {
    Optional<Scalar> mode = service.scalar("network_mode");
    if (mode.isPresent()) {
      String text = mode.get().text();
      Optional<ComposeService> host =
          text.startsWith("service:") ? set.service(text.substring(8)) : Optional.empty();
      return host.isEmpty() || host.get().scalar("network_mode").isPresent()
          ? Set.of()
          : networks(host.get());
    }
    Set<String> keys = service.members("networks").keySet();
    return keys.isEmpty() ? Set.of(DEFAULT) : keys;
  }

  private static boolean isLinked(ComposeService from, ComposeService to, String host) {
    for (ComposeNode item : from.items("links")) {
      if (item instanceof Scalar link
          && alias(link.text()).equalsIgnoreCase(host)
          && (link.text() + ":").startsWith(to.name() + ":")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a service has a name in one of these networks. */
  private static boolean bearsName(ComposeService service, Set<String> networks, String host) {
    if (networks.isEmpty()) {
      return false;
    }
    Optional<Scalar> container = service.scalar("container_name");
    if (service.name().equalsIgnoreCase(host)
        || (container.isPresent() && container.get().text().equalsIgnoreCase(host))
        || isReplica(service.name(), host)) {
      return true;
    }
    for (String network : networks) {
      for (ComposeNode item : service.items("networks", network, "aliases")) {
        if (item instanceof Scalar alias && alias.text().equalsIgnoreCase(host)) {
          return true;
        }
      }
      Optional<Scalar> address = service.scalar("networks", network, "ipv4_address");
      if (address.isPresent() && address.get().text().equals(host)) {
        return true;
      }
    }
    return false;
  }

  /** Compose calls containers {@code project-service-1}, before version 2 with underscores. */
  private static boolean isReplica(String service, String host) {
    int end = host.length();
    while (end > 0 && Character.isDigit(host.charAt(end - 1))) {
      end--;
    }
    String name = service.toLowerCase(Locale.ROOT);
    return end < host.length()
        && (host.startsWith("-" + name + "-", end - name.length() - 2)
            || host.startsWith("_" + name + "_", end - name.length() - 2));
  }

  /** Why somebody who is not seen may answer in these networks. */
  private Optional<String> moreThanSeen(Set<String> networks, String host) {
    if (host.indexOf('.') >= 0 || host.indexOf(':') >= 0) {
      return Optional.of("it is an address outside of the project");
    }
    if (!set.isWhole() || set.model().isEmpty() || !set.refusals().isEmpty()) {
      return Optional.of("the set is not whole");
    }
    for (ComposeService other : set.services()) {
      for (String dependency : other.members("depends_on").keySet()) {
        if (set.service(dependency).isEmpty()) {
          return Optional.of("service " + dependency + " must come from another file");
        }
      }
    }
    Map<String, Member> declared = set.section("networks");
    for (String network : networks) {
      Member member = declared.get(network);
      if (member != null
          && member.value() instanceof Table table
          && (table.find("external").isPresent() || table.find("name").isPresent())) {
        return Optional.of("containers of other projects may be in network " + network);
      }
    }
    for (ComposeService other : set.services()) {
      Optional<Scalar> own = other.scalar("hostname");
      if ((own.isPresent() && own.get().text().equalsIgnoreCase(host)) || hasUnknownName(other)) {
        return Optional.of("service " + other.name() + " may be called so");
      }
    }
    return Optional.empty();
  }

  private static boolean hasUnknownName(ComposeService service) {
    Optional<Scalar> container = service.scalar("container_name");
    return container.isPresent() && container.get().fixed().isEmpty();
  }
}
