package dev.plimsoll.rules.compose.health;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
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
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rules.compose.references.UnreadVariables;
import dev.plimsoll.text.Slice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
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
        && mayRead(use.variable(), service, set, context)) {
      report(use, service, other, set, file, context);
    }
  }

  /**
   * Whether its program may read a variable: none is seen not to, a server reads its own, and of a
   * file of variables for several services each reads only a part.
   */
  private static boolean mayRead(
      String variable, ComposeService service, ComposeSet set, RuleContext context) {
    Optional<BackingImage> server = server(service, set, context);
    if (server.isPresent()) {
      return server.get().isNamedIn(variable) || startsFileOrNames(variable, service);
    }
    if (!service.members("environment").containsKey(variable) && sharesFile(service, set)) {
      return service.has("build")
          && context.compose().image(set, service) instanceof Answer.Known<ServiceImage> known
          && known.value() instanceof ServiceImage.Built built
          && context.compose().files().isNamed(built.context(), variable)
              instanceof Answer.Known<Boolean> named
          && named.value();
    }
    Optional<UnreadVariables> unread = UnreadVariables.of(service, set, context);
    return unread.isEmpty() || !unread.get().has(variable, context);
  }

  /** What holds data for others, and reads no more than its own settings. */
  private static Optional<BackingImage> server(
      ComposeService service, ComposeSet set, RuleContext context) {
    if (!(context.compose().image(set, service) instanceof Answer.Known<ServiceImage> known)
        || !(known.value() instanceof ServiceImage.Pulled pulled)) {
      return Optional.empty();
    }
    Optional<BackingImage> image = BackingImages.find(pulled.reference());
    return image.isPresent()
            && image.get().isDatastore()
            && image.get().kind() != BackingImage.Kind.SEARCH
        ? image // searches lean on stores and models, whose names they read
        : Optional.empty();
  }

  /** Whether it is started by a script, or with a command that speaks of the variable. */
  private static boolean startsFileOrNames(String variable, ComposeService service) {
    for (String key : List.of("command", "entrypoint")) {
      List<ComposeNode> words = new ArrayList<>(service.items(key));
      Optional<Scalar> line = service.scalar(key);
      if (line.isPresent()) {
        words.add(line.get());
      }
      for (ComposeNode word : words) {
        if (word instanceof Scalar scalar
            && (scalar.written().contains(variable) || scalar.written().contains(".sh"))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether another service of a set gets one of its files of variables. */
  private static boolean sharesFile(ComposeService service, ComposeSet set) {
    Set<String> own = envFiles(service);
    for (ComposeService other : set.services()) {
      if (!other.name().equals(service.name()) && other.has("env_file")) {
        for (String path : envFiles(other)) {
          if (own.contains(path)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static Set<String> envFiles(ComposeService service) {
    Set<String> paths = new HashSet<>();
    for (ComposeNode item : service.items("env_file")) {
      Optional<ComposeNode> path =
          item instanceof ComposeNode.Table table ? table.find("path") : Optional.of(item);
      if (path.isPresent() && path.get() instanceof Scalar scalar) {
        paths.add(scalar.text());
      }
    }
    return paths;
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
        open.addAll(next.get().members(KEY).keySet());
        addNames(next.get(), "links", open);
        addNames(next.get(), "volumes_from", open);
        Optional<Scalar> mode = next.get().scalar("network_mode");
        if (mode.isPresent() && mode.get().text().startsWith("service:")) {
          open.add(mode.get().text().substring("service:".length()));
        }
      }
    }
    return false;
  }

  private static void addNames(ComposeService service, String key, Deque<String> open) {
    for (ComposeNode item : service.items(key)) {
      if (item instanceof Scalar scalar) {
        int colon = scalar.text().indexOf(':');
        open.add(colon < 0 ? scalar.text() : scalar.text().substring(0, colon));
      }
    }
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
