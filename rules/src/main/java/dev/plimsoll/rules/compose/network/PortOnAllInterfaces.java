package dev.plimsoll.rules.compose.network;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.List;
import java.util.Optional;

/** Docker opens the port past most firewalls of the host, for every network that reaches it. */
@RuleInfo(
    id = "compose/port-on-all-interfaces",
    title = "Port is published on all interfaces",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    aliases = {"dclint:no-unbound-port-interfaces", "compose-lint:CL-0005"},
    cwe = 1327,
    options = PortOnAllInterfaces.Options.class)
public final class PortOnAllInterfaces extends ComposeRule {

  /** What the rule can be told. */
  public record Options(
      @Option(
              help = "ports of the host that are for everybody",
              byDefault = {"80", "443"})
          List<String> publicPorts) {
    public Options {
      publicPorts = List.copyOf(publicPorts);
    }
  }

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    for (OpenPort port : OpenPort.of(service)) {
      if (!context.options(Options.class).publicPorts().contains(port.published())
          && !DatastorePortPublished.isReported(port, service, set, context)) {
        Finding finding =
            Finding.at(
                service.anchor("ports"),
                port.place(),
                port.published().isEmpty()
                    ? "a port of the host for %s is open on all interfaces: name an address"
                    : "port %s is open on all interfaces of the host: name an address",
                port.name());
        Optional<Fix> fix = port.atLoopback(service, file);
        context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
      }
    }
  }
}
