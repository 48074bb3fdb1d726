package dev.plimsoll.rules.compose.network;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.ServedPorts;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Digits;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A published port behind which no program listens refuses each connection. */
@RuleInfo(
    id = "compose/published-port-unserved",
    title = "Published port is not the one the image serves",
    severity = Severity.INFO,
    category = Category.CORRECTNESS,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT)
public final class PublishedPortUnserved extends ComposeRule {

  /** Where debuggers listen, and what reloads a page, as long as somebody develops. */
  private static final Set<Integer> DEBUGGERS =
      Set.of(2345, 5005, 5678, 9229, 9230, 24678, 35729, 40000);

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    if (!service.has("ports") || !set.isWhole()) {
      return;
    }
    List<Scalar> targets = targets(service);
    if (targets.isEmpty()
        || !(context.compose().network().servedPorts(set, service)
            instanceof Answer.Known<ServedPorts> known)) {
      return;
    }
    for (Scalar target : targets) {
      int port = Digits.number(target.text()).orElseThrow();
      if (known.value().mayServe(port)) {
        return; // what else is published then serves something else
      }
    }
    Slice exposed = known.value().exposed().get(0);
    for (Scalar target : targets) {
      if (!DEBUGGERS.contains(Digits.number(target.text()).orElseThrow())) {
        context.report(
            Finding.at(
                    service.anchor("ports"),
                    target.slice(),
                    "port %s of the container is published, and its image serves port %s",
                    target.text(),
                    exposed)
                .related(exposed, "its Dockerfile says so")
                .because(known.because()));
      }
    }
  }

  /** The ports of its containers that it publishes; none where one is not known. */
  private static List<Scalar> targets(ComposeService service) {
    List<Scalar> targets = new ArrayList<>();
    for (ComposeNode item : service.items("ports")) {
      Optional<ComposeNode> target =
          item instanceof Table table ? table.find("target") : Optional.empty();
      if (target.isEmpty()
          || !(target.get() instanceof Scalar scalar)
          || scalar.fixed().isEmpty()
          || Digits.number(scalar.text()).isEmpty()) {
        return List.of();
      }
      targets.add(scalar);
    }
    return targets;
  }
}
