package dev.plimsoll.rules.compose.network;

import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A port of the host goes to the service that starts first, and the second one fails. */
@RuleInfo(
    id = "compose/duplicate-published-port",
    title = "Two services publish the same host port",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    aliases = "dclint:no-duplicate-exported-ports")
public final class DuplicatePublishedPort extends ComposeRule {

  /** One port of the host. */
  private record Port(ComposeService service, String address, Scalar published) {

    /** Whether both cannot be taken: an address is one of all that an empty one stands for. */
    boolean excludes(Port other) {
      boolean both = address.isEmpty() || other.address.isEmpty();
      boolean overlap = both || address.equals(other.address);
      if (!overlap && isV6(address) == isV6(other.address)) {
        overlap = isAny(address) || isAny(other.address);
      }
      boolean same = service.name().equals(other.service.name());
      return overlap && (same || service.runsBeside(other.service));
    }

    private static boolean isV6(String address) {
      return address.indexOf(':') >= 0;
    }

    private static boolean isAny(String address) {
      return address.equals("0.0.0.0") || address.equals("::");
    }
  }

  @Override
  public void across(ComposeSet set, RuleContext context) {
    Map<String, List<Port>> taken = new HashMap<>();
    for (ComposeService service : set.services()) {
      if (service.has("ports") && publishes(service)) {
        for (ComposeNode item : service.items("ports")) {
          if (item instanceof Table table) {
            check(table, service, taken, set, context);
          }
        }
      }
    }
  }

  /** Where another container's or the host's network is used, ports are read past or refused. */
  private static boolean publishes(ComposeService service) {
    Optional<Scalar> mode = service.scalar("network_mode");
    return mode.isEmpty() || mode.get().text().equals("bridge");
  }

  private static void check(
      Table item,
      ComposeService service,
      Map<String, List<Port>> taken,
      ComposeSet set,
      RuleContext context) {
    Optional<Scalar> published = scalar(item, "published");
    Optional<Scalar> protocol = scalar(item, "protocol");
    Optional<Scalar> address = scalar(item, "host_ip");
    if (published.isEmpty()
        || !isPort(published.get())
        || (protocol.isPresent() && protocol.get().known().isEmpty())
        || (address.isPresent() && address.get().known().isEmpty())) {
      return;
    }
    String kind = protocol.isPresent() ? protocol.get().text() : "tcp";
    String host = address.isPresent() ? address.get().text() : "";
    Port port = new Port(service, host, published.get());
    String key = published.get().known().orElse("") + '/' + kind;
    List<Port> others = new ArrayList<>(taken.getOrDefault(key, List.of()));
    for (Port other : others) {
      if (port.excludes(other)) {
        report(port, other, set, context);
        break;
      }
    }
    others.add(port);
    taken.put(key, others);
  }

  private static Optional<Scalar> scalar(Table table, String key) {
    Optional<ComposeNode> node = table.find(key);
    return node.isPresent() && node.get() instanceof Scalar scalar
        ? Optional.of(scalar)
        : Optional.empty();
  }

  /** Of a range Docker takes a port that is free, and of 0 any. */
  private static boolean isPort(Scalar published) {
    Optional<String> known = published.known();
    if (known.isEmpty() || known.get().isEmpty() || known.get().equals("0")) {
      return false;
    }
    for (int i = 0; i < known.get().length(); i++) {
      if (!Character.isDigit(known.get().charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static void report(Port port, Port other, ComposeSet set, RuleContext context) {
    Slice place = port.published().slice();
    Slice first = other.published().slice();
    boolean inherited = !set.files().contains(place.place().file()) || place.equals(first);
    boolean same = port.service().name().equals(other.service().name());
    Finding finding =
        same
            ? Finding.at(
                port.service().anchor("ports"),
                place,
                "host port %s is published twice",
                port.published().value().alternatives().get(0))
            : Finding.at(
                port.service().anchor("ports"),
                inherited ? port.service().key() : place,
                "host port %s is published by service %s, too",
                port.published().value().alternatives().get(0),
                other.service().key());
    if (!same || !inherited) {
      context.report(finding.related(first, "the port is published here first"));
    }
  }
}
