package dev.plimsoll.rules.compose.network;

import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.HostFirewall;
import dev.plimsoll.project.HostFirewall.Opening;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Digits;
import java.util.List;
import java.util.Optional;

/** A port is reached where the firewall lets it through and a service publishes it, not by one. */
@RuleInfo(
    id = "compose/security-group-port-mismatch",
    title = "Published ports and security group disagree",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT)
public final class SecurityGroupPortMismatch extends ComposeRule {

  @Override
  public void across(ComposeSet set, RuleContext context) {
    if ((set.role() == ComposeRole.PRODUCTION || set.role() == ComposeRole.UNKNOWN)
        && havePorts(set)
        && context.compose().hosts().firewall(set) instanceof Answer.Known<HostFirewall> firewall) {
      for (ComposeService service : set.services()) {
        if (service.runs() && !service.has("profiles")) {
          check(service, firewall, context);
        }
      }
    }
  }

  private static boolean havePorts(ComposeSet set) {
    for (ComposeService service : set.services()) {
      if (service.has("ports")) {
        return true;
      }
    }
    return false;
  }

  private static void check(
      ComposeService service, Answer.Known<HostFirewall> firewall, RuleContext context) {
    for (OpenPort port :
        firewall.value().isOutside() ? OpenPort.of(service) : List.<OpenPort>of()) {
      Optional<Integer> number = Digits.number(port.published());
      if (number.isPresent()
          && number.get() > 0
          && !firewall.value().lets(number.get(), protocol(port.item()))) {
        report(
            Finding.at(
                service.anchor("ports"),
                port.place(),
                "port %s is published, but the security group of the host lets nobody reach it",
                port.published()),
            firewall.value().openings().get(0),
            firewall,
            context);
      }
    }
    for (ComposeNode item : service.items("ports")) {
      if (item instanceof Table table) {
        checkLoopback(table, service, firewall, context);
      }
    }
  }

  private static void checkLoopback(
      Table item,
      ComposeService service,
      Answer.Known<HostFirewall> firewall,
      RuleContext context) {
    Optional<Scalar> address = scalar(item, "host_ip");
    Optional<Scalar> published = scalar(item, "published");
    if (address.isEmpty() || published.isEmpty() || !isLoopback(address.get())) {
      return;
    }
    Optional<Integer> number = Digits.number(published.get().known().orElse(""));
    for (Opening opening : firewall.value().openings()) {
      boolean isOfOne = opening.first() == opening.last(); // a range is for others, too
      if (number.isPresent() && isOfOne && opening.lets(number.get(), protocol(item))) {
        report(
            Finding.at(
                service.anchor("ports"),
                address.get().slice(),
                "port %s is published on %s alone, so that nobody gets where the firewall opens it",
                published.get().value(),
                address.get().value()),
            opening,
            firewall,
            context);
        return;
      }
    }
  }

  private static boolean isLoopback(Scalar address) {
    String text = address.known().orElse("");
    return text.startsWith("127.") || text.equals("::1");
  }

  private static String protocol(Table item) {
    Optional<Scalar> protocol = scalar(item, "protocol");
    return protocol.isEmpty() ? "tcp" : protocol.get().known().orElse("");
  }

  private static Optional<Scalar> scalar(Table table, String key) {
    Optional<ComposeNode> node = table.find(key);
    return node.isPresent() && node.get() instanceof Scalar scalar
        ? Optional.of(scalar)
        : Optional.empty();
  }

  private static void report(
      Finding finding, Opening opening, Answer.Known<HostFirewall> firewall, RuleContext context) {
    context.report(
        finding
            .related(opening.place(), "what the firewall lets through")
            .because(firewall.because()));
  }
}
