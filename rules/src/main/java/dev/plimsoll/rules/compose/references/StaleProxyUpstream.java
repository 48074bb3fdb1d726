package dev.plimsoll.rules.compose.references;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.parse.small.tree.ProxyFile.Target;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.Peers;
import dev.plimsoll.project.ServedPorts;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.NearestName;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A proxy that knows a host by an old name does not start, or answers each request with 502. */
@RuleInfo(
    id = "compose/stale-proxy-upstream",
    title = "Proxy upstream names a host or port nothing serves",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS)
public final class StaleProxyUpstream extends ComposeRule {

  /** A target and who sends requests there. */
  private record Sender(Target target, ComposeService service, ComposeSet set) {}

  @Override
  public void file(ComposeFile file, RuleContext context) {
    Map<Place, Sender> stale = new LinkedHashMap<>();
    Set<Place> answered = new HashSet<>();
    Set<Place> told = new HashSet<>();
    for (ComposeSet set : context.compose().composeSets(file)) {
      if (!set.files().get(0).equals(file.name())) {
        continue; // it is reported with the first file of the set
      }
      for (ComposeService service : set.services()) {
        for (Target target : targets(service, set, context)) {
          checkPort(target, set, file, told, context);
          if (isNobody(target.host().text(), service, set, context)) {
            stale.putIfAbsent(target.host().place(), new Sender(target, service, set));
          } else {
            answered.add(target.host().place()); // in one of the sets
          }
        }
      }
    }
    for (Sender sender : stale.values()) {
      Place place = sender.target().host().place();
      if (!answered.contains(place)
          && isNobodyOver(sender, file, context)
          && context.compose().network().isFirstToProxy(file, place.file())) {
        report(sender, context);
      }
    }
  }

  /** Reports a port that the service of that name does not serve. */
  private static void checkPort(
      Target target, ComposeSet set, ComposeFile file, Set<Place> told, RuleContext context) {
    Optional<ComposeService> peer = set.service(target.host().text());
    if (peer.isEmpty()
        || target.port().isEmpty()
        || !(context.compose().network().servedPorts(set, peer.get())
            instanceof Answer.Known<ServedPorts> served)
        || served.value().confirmed().isEmpty()
        || served.value().mayServe(target.port().get())) {
      return;
    }
    Slice port = served.value().confirmed().get();
    Slice host = target.host();
    if (told.add(host.place())
        && context.compose().network().isFirstToProxy(file, host.place().file())) {
      context.report(
          Finding.at(
                  Anchor.FILE,
                  port(target),
                  "service %s serves port %s, and requests are sent to port %s",
                  host,
                  port,
                  target.port().get())
              .related(port, "its Dockerfile says so")
              .because(List.of(peer.get().key().place())));
    }
  }

  /** Where the port stands, behind the host and a colon. */
  private static Slice port(Target target) {
    int start = target.host().span().end() + 1;
    int length = target.port().orElseThrow().toString().length();
    return new Slice(target.host().source(), new Span(start, start + length));
  }

  private static List<Target> targets(ComposeService service, ComposeSet set, RuleContext context) {
    return set.isWhole() ? context.compose().network().proxied(set, service) : List.of();
  }

  private static boolean isNobody(
      String host, ComposeService service, ComposeSet set, RuleContext context) {
    return set.service(host).isEmpty()
        && context.compose().network().peers(set, service, host)
            instanceof Answer.Known<Peers> known
        && known.value().answering().isEmpty()
        && known.value().apart().isEmpty();
  }

  private static boolean isNobodyOver(Sender sender, ComposeFile file, RuleContext context) {
    if (!(context.compose().composeSetsOver(file) instanceof Answer.Known<List<ComposeSet>> over)) {
      return false;
    }
    for (ComposeSet set : over.value()) {
      Optional<ComposeService> there = set.service(sender.service().name());
      String host = sender.target().host().text();
      if (there.isPresent() && !isNobody(host, there.get(), set, context)) {
        return false;
      }
    }
    return true;
  }

  private static void report(Sender sender, RuleContext context) {
    List<String> names = new ArrayList<>(sender.set().section("services").keySet());
    names.remove(sender.service().name());
    Slice host = sender.target().host();
    context.report(
        Finding.at(
                Anchor.FILE,
                host,
                "service %s sends requests to %s, where nothing in the project answers%s",
                sender.service().name(),
                host,
                NearestName.hint(host.text(), names))
            .related(sender.service().key(), "the service that reads this file")
            .because(List.of(sender.service().key().place())));
  }
}
