package dev.plimsoll.rules.compose.network;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.HostUse;
import dev.plimsoll.model.image.BackingImage;
import dev.plimsoll.model.image.BackingImages;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.ServiceImage;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who breaks into the service that stands at the edge reaches each database at once. */
@RuleInfo(
    id = "compose/flat-network",
    title = "Datastores share one network with every service",
    severity = Severity.INFO,
    category = Category.SECURITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    cwe = 653)
public final class FlatNetwork extends ComposeRule {

  private static final int FEWEST = 3;

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    boolean isForOthers = set.role() == ComposeRole.DEVELOPMENT || set.role() == ComposeRole.TEST;
    if (isForOthers
        || set.section("networks").isEmpty()
        || set.services().size() < FEWEST
        || !set.isWhole()
        || !isFlat(set)) {
      return;
    }
    List<ComposeService> stores = new ArrayList<>();
    List<ComposeService> edges = new ArrayList<>();
    for (ComposeService service : set.services()) {
      if (isStore(set, service, context)) {
        stores.add(service);
      } else if (service.has("ports")) {
        edges.add(service);
      }
    }
    for (ComposeService edge : edges) {
      List<ComposeService> open = new ArrayList<>();
      for (ComposeService store : stores) {
        if (!calls(edge, store, set, context)) {
          open.add(store);
        }
      }
      if (!open.isEmpty()) {
        report(open, edge, context);
        return;
      }
    }
  }

  /** Whether all services say that they are in one network, the same. */
  private static boolean isFlat(ComposeSet set) {
    String only = "";
    for (ComposeService service : set.services()) {
      Map<String, Member> networks = service.members("networks");
      if (networks.size() != 1) {
        return false;
      }
      String name = networks.keySet().iterator().next();
      if (!only.isEmpty() && !only.equals(name)) {
        return false;
      }
      only = name;
    }
    return true;
  }

  private static boolean isStore(ComposeSet set, ComposeService service, RuleContext context) {
    if (!(context.compose().image(set, service) instanceof Answer.Known<ServiceImage> known)
        || !(known.value().root() instanceof Answer.Known<ServiceImage> root)
        || !(root.value() instanceof ServiceImage.Pulled pulled)) {
      return false;
    }
    Optional<BackingImage> image = BackingImages.find(pulled.reference());
    return image.isPresent() && image.get().isDatastore();
  }

  /** Whether it needs the store, or something that is told about it may. */
  private static boolean calls(
      ComposeService edge, ComposeService store, ComposeSet set, RuleContext context) {
    if (edge.members("depends_on").containsKey(store.name()) || edge.has("env_file")) {
      return true;
    }
    for (HostUse use : context.compose().network().hosts(set, edge)) {
      if (use.host().known().isEmpty() || use.host().text().equals(store.name())) {
        return true;
      }
    }
    String name = store.name();
    for (Member member : edge.members("environment").values()) {
      if (member.value().slice().text().contains(name)
          || member.value().slice().text().indexOf('$') >= 0) {
        return true;
      }
    }
    return false;
  }

  private static void report(
      List<ComposeService> stores, ComposeService edge, RuleContext context) {
    ComposeService store = stores.get(0);
    Map.Entry<String, Member> network = store.members("networks").entrySet().iterator().next();
    Finding finding =
        Finding.at(
                store.anchor("networks"),
                network.getValue().key(),
                "all services are in network %s, and so %s, which publishes ports and does not call"
                    + " %s, reaches it",
                network.getKey(),
                edge.name(),
                store.name())
            .related(edge.key(), "the service at the edge");
    for (ComposeService other : stores.subList(1, stores.size())) {
      finding = finding.related(other.key(), "this one is reached, too");
    }
    context.report(finding);
  }
}
