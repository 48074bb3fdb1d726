package dev.plimsoll.rules.compose.network;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.HostUse;
import dev.plimsoll.model.image.BackingImage;
import dev.plimsoll.model.image.BackingImages;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.Peers;
import dev.plimsoll.project.ServiceImage;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Containers of one project know and reach each other only within the networks that they share. */
@RuleInfo(
    id = "compose/unreachable-peer",
    title = "Linked services share no network",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class UnreachablePeer extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    if (set.section("networks").isEmpty() || !set.isWhole()) {
      return;
    }
    Set<String> told = new HashSet<>();
    for (HostUse use : context.compose().network().hosts(set, service)) {
      Optional<String> host = use.host().known();
      Optional<String> peer =
          host.isEmpty() ? Optional.empty() : apart(host.get(), service, set, context);
      if (peer.isPresent()) {
        Optional<Slice> place = use.placeIn(file.name(), service);
        if (place.isPresent() && told.add(peer.get())) {
          report(place.get(), "environment", peer.get(), service, set, file, context);
        }
        told.add(peer.get());
      }
    }
    for (Map.Entry<String, Member> entry : service.members("depends_on").entrySet()) {
      if (!told.contains(entry.getKey())
          && waits(entry.getValue())
          && isCalled(entry.getKey(), service, set, context)) {
        report(entry.getValue().key(), "depends_on", entry.getKey(), service, set, file, context);
      }
    }
  }

  /** The service of that name, where that shares no network with it and nobody else answers. */
  private static Optional<String> apart(
      String host, ComposeService service, ComposeSet set, RuleContext context) {
    return context.compose().network().peers(set, service, host)
                instanceof Answer.Known<Peers> known
            && known.value().answering().isEmpty()
            && !known.value().apart().isEmpty()
        ? Optional.of(known.value().apart().get(0))
        : Optional.empty();
  }

  /** Whether more than its end is waited for. */
  private static boolean waits(Member dependency) {
    return dependency.value() instanceof Table table
        && table.find("condition").isPresent()
        && table.find("condition").get() instanceof Scalar condition
        && !condition.text().equals("service_completed_successfully");
  }

  /** Whether it is of use by the network alone, and is not reached there. */
  private static boolean isCalled(
      String name, ComposeService service, ComposeSet set, RuleContext context) {
    Optional<ComposeService> other = set.service(name);
    if (other.isEmpty()
        || apart(name, service, set, context).isEmpty()
        || !isBacking(set, other.get(), context)) {
      return false;
    }
    return !context.compose().network().networks(set, service).isEmpty()
        && !isBacking(set, service, context);
  }

  private static boolean isBacking(ComposeSet set, ComposeService service, RuleContext context) {
    if (!(context.compose().image(set, service) instanceof Answer.Known<ServiceImage> known)
        || !(known.value().root() instanceof Answer.Known<ServiceImage> root)
        || !(root.value() instanceof ServiceImage.Pulled pulled)) {
      return false;
    }
    Optional<BackingImage> image = BackingImages.find(pulled.reference());
    return image.isPresent() && image.get().isDatastore();
  }

  private static void report(
      Slice place,
      String key,
      String peer,
      ComposeService service,
      ComposeSet set,
      ComposeFile file,
      RuleContext context) {
    Optional<ComposeService> other = set.service(peer);
    if (other.isEmpty()) {
      return;
    }
    Finding finding =
        Finding.at(
                service.anchor(key),
                place,
                "service %s shares no network with service %s and cannot reach it",
                service.name(),
                peer)
            .related(other.get().key(), "this service is in other networks");
    Set<String> networks = context.compose().network().networks(set, other.get());
    Optional<Fix> fix =
        networks.size() == 1
            ? joining(networks.iterator().next(), service, file)
            : Optional.empty();
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }

  /** Adds the network of the other to its own, which stand in the file or are the default one. */
  private static Optional<Fix> joining(String network, ComposeService service, ComposeFile file) {
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    Optional<Slice> key = service.keySlice("networks");
    Edit edit = new Edit.Impossible("its networks stand in no mapping and no list");
    if (key.isPresent()) {
      Optional<ComposeFile.Spot> spot = file.spot(key.get());
      if (spot.isPresent() && spot.get().entry().value() instanceof YamlNode.Sequence list) {
        edit = edits.addItem(list, NewYaml.text(network));
      } else if (spot.isPresent()
          && spot.get().entry().value() instanceof YamlNode.Mapping mapping) {
        edit = edits.addKey(mapping, network, NewYaml.mapping());
      }
    } else {
      Optional<ComposeFile.Spot> spot = file.spot(service.key());
      if (spot.isPresent() && spot.get().entry().value() instanceof YamlNode.Mapping mapping) {
        edit =
            edits.addKey(
                mapping, "networks", NewYaml.list(NewYaml.text("default"), NewYaml.text(network)));
      }
    }
    return Optional.of(
        Fix.unsafe("Put " + service.name() + " into network " + network, edit)
            .changing(service.anchor("networks"))
            .declaring(
                ModelChange.of(ModelChange.Kind.ADD, file.name(), service.anchor("networks"))));
  }
}
