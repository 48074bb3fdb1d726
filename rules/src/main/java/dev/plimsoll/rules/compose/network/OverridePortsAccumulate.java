package dev.plimsoll.rules.compose.network;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Digits;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An override's ports come on top of those below it, so that the old one stays open, too. */
@RuleInfo(
    id = "compose/override-ports-accumulate",
    title = "Override adds a port instead of replacing it",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class OverridePortsAccumulate extends ComposeRule {

  /**
   * A port of the host.
   *
   * @param layer the index of its file in the set
   */
  private record Port(String target, Scalar published, int layer) {}

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    if (set.files().size() < 2 || !service.has("ports")) {
      return;
    }
    int own = set.files().indexOf(file.name());
    if (own <= 0) {
      return;
    }
    List<Port> ports = ports(service, set);
    Set<String> told = new HashSet<>();
    for (Port port : ports) {
      Optional<Port> below = port.layer() == own ? below(port, ports) : Optional.empty();
      if (below.isPresent() && isNew(port, ports) && told.add(port.target())) {
        report(port, below.get(), ports, service, file, context);
      }
    }
  }

  private static List<Port> ports(ComposeService service, ComposeSet set) {
    List<Port> ports = new ArrayList<>();
    for (ComposeNode item : service.items("ports")) {
      if (item instanceof Table table) {
        Optional<Scalar> target = number(table, "target");
        Optional<Scalar> published = number(table, "published");
        Optional<ComposeNode> protocol = table.find("protocol");
        if (target.isPresent() && published.isPresent()) {
          String kind =
              protocol.isPresent() && protocol.get() instanceof Scalar scalar
                  ? scalar.text()
                  : "tcp";
          ports.add(
              new Port(
                  target.get().text() + '/' + kind,
                  published.get(),
                  set.files().indexOf(published.get().slice().place().file())));
        }
      }
    }
    return ports;
  }

  /** The single port that surely stands there, or does where nothing sets its variables. */
  private static Optional<Scalar> number(Table table, String key) {
    Optional<ComposeNode> node = table.find(key);
    return node.isPresent()
            && node.get() instanceof Scalar scalar
            && scalar.known().isPresent()
            && Digits.number(scalar.known().get()).isPresent()
        ? Optional.of(scalar)
        : Optional.empty();
  }

  /** One of a file below for the same port of the container. */
  private static Optional<Port> below(Port port, List<Port> ports) {
    for (Port other : ports) {
      if (other.layer() >= 0
          && other.layer() < port.layer()
          && other.target().equals(port.target())
          && !other.published().text().equals(port.published().text())) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }

  /** Whether no file below publishes the port of the host: then it is written once more. */
  private static boolean isNew(Port port, List<Port> ports) {
    for (Port other : ports) {
      if (other.layer() < port.layer()
          && other.target().equals(port.target())
          && other.published().text().equals(port.published().text())) {
        return false;
      }
    }
    return true;
  }

  private static void report(
      Port port,
      Port below,
      List<Port> ports,
      ComposeService service,
      ComposeFile file,
      RuleContext context) {
    Finding finding =
        Finding.at(
                service.anchor("ports"),
                port.published().slice(),
                "port %s is published beside %s, which the file below publishes for the same port;"
                    + " only !override replaces it",
                port.published().value().alternatives().get(0),
                below.published().value().alternatives().get(0))
            .related(below.published().slice(), "this port is published, too");
    Optional<Fix> fix = replacesAll(port, ports) ? tag(service, file) : Optional.empty();
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }

  /** Whether each port of the container that files below publish is published by this one, too. */
  private static boolean replacesAll(Port port, List<Port> ports) {
    for (Port other : ports) {
      boolean found = other.layer() >= port.layer();
      for (Port own : ports) {
        found |= own.layer() == port.layer() && own.target().equals(other.target());
      }
      if (!found || other.layer() < 0) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Fix> tag(ComposeService service, ComposeFile file) {
    Optional<ComposeFile.Spot> spot = ownPorts(service, file);
    if (spot.isEmpty() || !spot.get().entry().value().properties().isEmpty()) {
      return Optional.empty();
    }
    String content = file.source().content();
    int colon = spot.get().entry().key().slice().span().end();
    boolean isPlain =
        spot.get().entry().value() instanceof YamlNode.Sequence && content.startsWith(":", colon);
    if (!isPlain || file.yaml().uses().sharedThrough(Span.at(colon)).isPresent()) {
      return Optional.empty();
    }
    Slice behind = file.source().slice(Span.at(colon + 1));
    return Optional.of(
        Fix.unsafe("Replace the ports of the file below", Edit.replace(behind, " !override"))
            .changing(service.anchor("ports")));
  }

  private static Optional<ComposeFile.Spot> ownPorts(ComposeService service, ComposeFile file) {
    Optional<Slice> key = service.keySlice("ports");
    return key.isEmpty() ? Optional.empty() : file.spot(key.get());
  }
}
