package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.text.Digits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The short form of a port, {@code [address:][host:]container[/protocol]}, of which the last three
 * may be ranges. Source: docker/go-connections 0.4, package nat, as compose-go 2.16 calls it.
 */
final class PortForm {

  private static final Set<String> PROTOCOLS = Set.of("tcp", "udp", "sctp");
  private static final int MAX_PORT = 65_535;

  /** A range of ports, of one port often. */
  private record Range(int first, int last) {
    int size() {
      return last - first;
    }
  }

  private final Scalar given;
  private final Scalar address;
  private final boolean brackets;
  private final Scalar host;
  private final Scalar container;
  private final Scalar protocol;

  private PortForm(Scalar given) {
    this.given = given;
    String text = given.text();
    int last = text.lastIndexOf(':');
    int before = last < 0 ? -1 : text.lastIndexOf(':', last - 1);
    Cuts cuts = new Cuts(given);
    this.address = bare(cuts, Math.max(0, before));
    this.brackets = address.text().length() < before;
    this.host = last < 0 ? cuts.part(0, 0) : cuts.part(before + 1, last);
    List<Scalar> parts = cuts.split('/', last + 1, 3);
    this.container = parts.get(0);
    this.protocol = parts.size() > 1 ? parts.get(1) : Scalars.added(given.slice(), "");
  }

  /** The address without brackets. */
  private static Scalar bare(Cuts cuts, int end) {
    Scalar written = cuts.part(0, end);
    String text = written.text();
    return text.startsWith("[") && text.endsWith("]") ? cuts.part(1, end - 1) : written;
  }

  /** Why Compose refuses it; nothing where it does not. */
  static Optional<String> refuse(Scalar given) {
    return new PortForm(given).refuse();
  }

  private Optional<String> refuse() {
    if (!IpAddress.isNoneOrValid(address.text(), brackets)) {
      return Optional.of("what stands before the ports is no IP address");
    }
    if (container.text().isEmpty()) {
      return Optional.of("the container's port is missing");
    }
    Optional<Range> inner = range(container.text());
    if (inner.isEmpty()) {
      return Optional.of("the container's port is no number from 0 to 65535 and no range");
    }
    if (inner.get().first() == 0) {
      return Optional.of("the container's port is 0: name one from 1 to 65535");
    }
    Optional<Range> outer = host.text().isEmpty() ? inner : range(host.text());
    if (outer.isEmpty()) {
      return Optional.of("the host's port is no number from 0 to 65535 and no range");
    }
    if (outer.get().size() != inner.get().size() && inner.get().size() > 0) {
      return Optional.of("the two ranges of ports differ in size");
    }
    return PROTOCOLS.contains(protocol())
        ? Optional.empty()
        : Optional.of("the protocol is none of tcp, udp and sctp");
  }

  private String protocol() {
    return protocol.text().isEmpty() ? "tcp" : protocol.text().toLowerCase(Locale.ROOT);
  }

  private static Optional<Range> range(String text) {
    int dash = text.indexOf('-');
    Optional<Integer> first = port(dash < 0 ? text : text.substring(0, dash));
    int end = dash < 0 ? -1 : text.indexOf('-', dash + 1);
    String rest = dash < 0 ? text : text.substring(dash + 1, end < 0 ? text.length() : end);
    Optional<Integer> last = port(rest);
    return first.isEmpty() || last.isEmpty() || last.get() < first.get()
        ? Optional.empty()
        : Optional.of(new Range(first.get(), last.get()));
  }

  private static Optional<Integer> port(String text) {
    Optional<Integer> number = Digits.number(text);
    return number.isPresent() && number.get() > MAX_PORT ? Optional.empty() : number;
  }

  /**
   * The long forms, one for each container port, in the order of their texts as compose-go sorts.
   */
  static List<ComposeNode> expanded(Scalar given) {
    return new PortForm(given).expand();
  }

  /** How many there will be. */
  static int size(Scalar given) {
    return range(new PortForm(given).container.text()).orElseThrow().size() + 1;
  }

  private List<ComposeNode> expand() {
    Range inner = range(container.text()).orElseThrow();
    Optional<Range> outer = host.text().isEmpty() ? Optional.empty() : range(host.text());
    Map<String, ComposeNode> sorted = new TreeMap<>();
    for (int i = 0; i <= inner.size(); i++) {
      String published = "";
      if (outer.isPresent()) {
        published = String.valueOf(outer.get().first() + i);
        if (inner.size() == 0 && outer.get().size() > 0) {
          published = published + "-" + outer.get().last();
        }
      }
      sorted.put(inner.first() + i + "/" + protocol(), port(inner.first() + i, published));
    }
    return new ArrayList<>(sorted.values());
  }

  private Table port(int target, String published) {
    Map<String, Member> members = new LinkedHashMap<>();
    put(members, "mode", Scalars.added(given.slice(), "ingress"));
    if (!address.text().isEmpty()) {
      put(members, "host_ip", address);
    }
    put(members, "target", with(container, String.valueOf(target), ComposeNode.Type.INTEGER));
    if (!published.isEmpty()) {
      put(members, "published", with(host, published, ComposeNode.Type.STRING));
    }
    put(members, "protocol", with(protocol, protocol(), ComposeNode.Type.STRING));
    return new Table(given.slice(), members);
  }

  /** A part that says another text: its own where it is one port. */
  private static Scalar with(Scalar part, String text, ComposeNode.Type type) {
    return part.text().equals(text)
        ? new Scalar(part.slice(), text, type, part.value())
        : Scalar.of(part.slice(), text, type);
  }

  private static void put(Map<String, Member> members, String key, ComposeNode value) {
    members.put(key, new Member(value.slice(), value));
  }
}
