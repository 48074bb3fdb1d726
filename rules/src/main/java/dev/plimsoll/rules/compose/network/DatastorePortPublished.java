package dev.plimsoll.rules.compose.network;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.image.BackingImage;
import dev.plimsoll.model.image.BackingImages;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.ServiceImage;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.List;
import java.util.Optional;

/** A database that the network can reach is one password, or one fault, away from everybody. */
@RuleInfo(
    id = "compose/datastore-port-published",
    title = "Datastore or admin port is published to the host",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    fix = Safety.UNSAFE,
    cwe = 668,
    options = DatastorePortPublished.Options.class)
public final class DatastorePortPublished extends ComposeRule {

  /** What the rule can be told. */
  public record Options(
      @Option(
              help = "ports of containers that are such, whatever their image",
              byDefault = {
                "1433", "2375", "2376", "3306", "5432", "5984", "6379", "9042", "9200", "11211",
                "27017"
              })
          List<String> ports) {
    public Options {
      ports = List.copyOf(ports);
    }
  }

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    if (set.role() != ComposeRole.PRODUCTION) {
      return;
    }
    for (OpenPort port : OpenPort.of(service)) {
      Optional<String> product = product(port, service, set, context);
      boolean known =
          product.isPresent() || context.options(Options.class).ports().contains(port.target());
      if (known) {
        Finding finding =
            Finding.at(
                service.anchor("ports"),
                port.place(),
                "production publishes port %s of %s on all interfaces:"
                    + " services reach it without that",
                port.target(),
                product.orElse("a datastore"));
        Optional<Fix> fix = port.atLoopback(service, file);
        context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
      }
    }
  }

  /** Whether this rule says what is to be said of a port. */
  static boolean isReported(
      OpenPort port, ComposeService service, ComposeSet set, RuleContext context) {
    return set.role() == ComposeRole.PRODUCTION && product(port, service, set, context).isPresent();
  }

  /** What serves the port, where that is nobody's business but the services'. */
  private static Optional<String> product(
      OpenPort port, ComposeService service, ComposeSet set, RuleContext context) {
    Answer<ServiceImage> image = context.compose().image(set, service);
    Answer<ServiceImage> root =
        image instanceof Answer.Known<ServiceImage> known ? known.value().root() : image;
    if (!(root instanceof Answer.Known<ServiceImage> known)
        || !(known.value() instanceof ServiceImage.Pulled pulled)) {
      return Optional.empty();
    }
    Optional<BackingImage> backing = BackingImages.find(pulled.reference());
    return backing.isPresent()
            && backing.get().kind() != BackingImage.Kind.OBJECT_STORE
            && backing.get().ports().contains(port.target())
        ? Optional.of(backing.get().product())
        : Optional.empty();
  }
}
