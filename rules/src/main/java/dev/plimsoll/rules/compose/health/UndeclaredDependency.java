package dev.plimsoll.rules.compose.health;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.HostUse;
import dev.plimsoll.model.compose.ServiceNeed;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.Peers;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is started alone, or first, misses the service that it is told to talk to. */
@RuleInfo(
    id = "compose/undeclared-dependency",
    title = "Service uses a sibling it does not depend on",
    severity = Severity.INFO,
    category = Category.RELIABILITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE)
public final class UndeclaredDependency extends ComposeRule {

  private static final String KEY = "depends_on";

  /**
   * Words of variables whose target may come later, as what is measured is sent again, or which say
   * where others are sent.
   */
  private static final Set<String> LATER =
      Set.of(
          "CALLBACK",
          "CORS",
          "JAEGER",
          "NO",
          "OTEL",
          "OTLP",
          "PUBLIC",
          "REDIRECT",
          "SENTRY",
          "STATSD",
          "WEBHOOK",
          "ZIPKIN");

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    if (!service.has("environment") && !service.has("env_file")) {
      return;
    }
    Set<String> known = new HashSet<>();
    known.add(service.name());
    for (Map.Entry<String, Scalar> entry : context.compose().environment(set, service).entrySet()) {
      if (!comesLater(entry.getKey())) {
        for (HostUse use : HostUse.in(entry.getKey(), entry.getValue())) {
          check(use, service, known, set, file, context);
        }
      }
    }
  }

  private static boolean comesLater(String variable) {
    for (String word : variable.split("_", -1)) {
      if (LATER.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static void check(
      HostUse use,
      ComposeService service,
      Set<String> known,
      ComposeSet set,
      ComposeFile file,
      RuleContext context) {
    if (!(context.compose().network().peers(set, service, use.host().text())
            instanceof Answer.Known<Peers> peers)
        || peers.value().answering().size() != 1
        || !known.add(peers.value().answering().get(0))) {
      return;
    }
    ComposeService other = set.service(peers.value().answering().get(0)).orElseThrow();
    boolean isFree = other.profiles().isEmpty() || other.profiles().equals(service.profiles());
    if (isFree
        && !needs(service, other, set)
        && !needs(other, service, set)
        && ReadVariables.mayRead(use.variable(), service, set, context)) {
      report(use, service, other, set, file, context);
    }
  }

  /** Whether a service needs another, directly or by way of others. */
  private static boolean needs(ComposeService service, ComposeService other, ComposeSet set) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(service.name());
    while (!open.isEmpty()) {
      Optional<ComposeService> next = set.service(open.remove());
      if (next.isPresent() && seen.add(next.get().name())) {
        if (next.get().name().equals(other.name())) {
          return true;
        }
        for (ServiceNeed need : ServiceNeed.of(next.get())) {
          open.add(need.name());
        }
      }
    }
    return false;
  }

  private static void report(
      HostUse use,
      ComposeService service,
      ComposeService other,
      ComposeSet set,
      ComposeFile file,
      RuleContext context) {
    boolean isHere = use.host().slice().place().file().equals(service.key().place().file());
    Slice place = isHere ? use.host().slice() : service.key();
    Finding finding =
        Finding.at(
                service.anchor(),
                place,
                "%s points %s to %s, on which it does not depend",
                use.variable(),
                service.key(),
                other.name())
            .related(other.key(), "the service to which it is pointed");
    Optional<Fix> fix = isThere(other, service, set) ? fix(service, other, file) : Optional.empty();
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }

  /** Whether a service is there wherever another is: no file that may be left out brings it. */
  private static boolean isThere(ComposeService other, ComposeService service, ComposeSet set) {
    String own = service.key().place().file();
    String its = other.key().place().file();
    return own.equals(its) || set.files().indexOf(its) < set.files().indexOf(own);
  }

  /** In the form in which the others are written. */
  private static Optional<Fix> fix(ComposeService service, ComposeService other, ComposeFile file) {
    Optional<ComposeFile.Spot> spot = file.spot(service.key());
    if (spot.isEmpty() || !(spot.get().entry().value() instanceof YamlNode.Mapping mapping)) {
      return Optional.empty();
    }
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    Optional<YamlNode> there = mapping.find(KEY);
    NewYaml name = NewYaml.text(other.name());
    NewYaml started = NewYaml.mapping(NewYaml.pair("condition", NewYaml.text("service_started")));
    Edit edit = new Edit.Impossible("an alias says what it depends on");
    if (there.isEmpty() && !service.has(KEY)) {
      edit = edits.addKey(mapping, KEY, NewYaml.list(name));
    } else if (there.isPresent() && there.get() instanceof YamlNode.Sequence list) {
      edit = edits.addItem(list, name);
    } else if (there.isPresent() && there.get() instanceof YamlNode.Mapping conditions) {
      edit = edits.addKey(conditions, other.name(), started);
    }
    return Optional.of(
        Fix.unsafe("Depend on " + other.name(), edit)
            .declaring(ModelChange.of(ModelChange.Kind.ADD, file.name(), service.anchor(KEY)))
            .mayTrigger("compose/healthcheck-not-awaited"));
  }
}
