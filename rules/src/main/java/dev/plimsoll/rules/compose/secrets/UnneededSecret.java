package dev.plimsoll.rules.compose.secrets;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.model.image.BackingImage;
import dev.plimsoll.model.image.BackingImages;
import dev.plimsoll.model.image.ImageReference;
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
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a service does not have, nobody takes from it. */
@RuleInfo(
    id = "compose/unneeded-secret",
    title = "Secret goes to a service that never reads it",
    severity = Severity.INFO,
    category = Category.SECURITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    cwe = 272)
public final class UnneededSecret extends ComposeRule {

  /** Products that read no other variables than those whose names begin so. */
  private static final Map<String, List<String>> OWN =
      Map.of(
          "postgresql", List.of("POSTGRES", "PG", "PATRONI", "REPMGR", "TIMESCALE"),
          "mysql", List.of("MYSQL", "MARIADB"),
          "mariadb", List.of("MYSQL", "MARIADB"),
          "redis", List.of("REDIS"),
          "valkey", List.of("VALKEY", "REDIS"),
          "mongodb", List.of("MONGO"),
          "rabbitmq", List.of("RABBITMQ"),
          "memcached", List.of("MEMCACHED"));

  private static final Set<String> MAKERS =
      Set.of("bitnami", "pgvector", "postgis", "timescale", "valkey");

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    boolean given = service.has("environment") || service.has("env_file") || service.has("secrets");
    if (!given || service.has("build") || service.has("entrypoint") || readsFiles(service)) {
      return;
    }
    Optional<BackingImage> image = image(service, set, context);
    List<String> own = image.isEmpty() ? null : OWN.get(image.get().product());
    if (image.isEmpty() || own == null) {
      return;
    }
    Map<String, Scalar> variables = context.compose().environment(set, service);
    String product = image.get().product();
    for (Map.Entry<String, Scalar> entry : variables.entrySet()) {
      String name = entry.getKey();
      if (isForeign(name, own) && !isMentioned(name, service, variables)) {
        variable(name, entry.getValue(), product, service, file, context);
      }
    }
    secrets(product, variables, service, context);
  }

  /** Whether scripts or settings of the project lie in it, which may read anything. */
  private static boolean readsFiles(ComposeService service) {
    for (ServiceMount mount : service.mounts()) {
      if (mount.kind() == ServiceMount.Kind.BIND || mount.kind() == ServiceMount.Kind.CONFIG) {
        return true;
      }
    }
    return false;
  }

  private static Optional<BackingImage> image(
      ComposeService service, ComposeSet set, RuleContext context) {
    return context.compose().image(set, service) instanceof Answer.Known<ServiceImage> known
            && known.value() instanceof ServiceImage.Pulled pulled
            && isPlain(pulled.reference())
        ? BackingImages.find(pulled.reference())
        : Optional.empty();
  }

  /** Whether it is the product's own, or a build that adds no variables of others. */
  private static boolean isPlain(ImageReference image) {
    String name = image.familiarName();
    int slash = name.indexOf('/');
    return slash < 0 || MAKERS.contains(name.substring(0, slash));
  }

  private static boolean isForeign(String name, List<String> own) {
    String upper = name.toUpperCase(Locale.ROOT);
    for (String start : own) {
      if (upper.contains(start)) {
        return false;
      }
    }
    return Credentials.isName(name, List.of());
  }

  /** Whether a command line of the service, or another variable, speaks of it. */
  private static boolean isMentioned(
      String name, ComposeService service, Map<String, Scalar> variables) {
    for (Scalar value : variables.values()) {
      if (value.text().contains(name)) {
        return true;
      }
    }
    return Mentions.inCommands(service, name);
  }

  private static void variable(
      String name,
      Scalar value,
      String product,
      ComposeService service,
      ComposeFile file,
      RuleContext context) {
    Member member = service.members("environment").get(name);
    Optional<Slice> place =
        member != null ? Optional.of(member.key()) : fileOf(value.slice(), service);
    if (place.isEmpty()) {
      return;
    }
    Finding finding =
        Finding.at(
            service.anchor(member != null ? "environment" : "env_file"),
            place.get(),
            member != null
                ? "%s never reads %s: leave it out"
                : "%s never reads %s, which this file gives to it: name its own variables",
            product,
            name);
    Optional<Fix> fix = member == null ? Optional.empty() : removal(name, member, file);
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }

  /** The item of {@code env_file} by which a value comes in. */
  private static Optional<Slice> fileOf(Slice value, ComposeService service) {
    String name = value.place().file();
    String base = name.substring(name.lastIndexOf('/') + 1);
    for (ComposeNode item : service.items("env_file")) {
      if (item instanceof Table table
          && table.find("path").isPresent()
          && table.find("path").get() instanceof Scalar path
          && (path.text().equals(base) || path.text().endsWith("/" + base))) {
        return Optional.of(path.slice());
      }
    }
    return Optional.empty();
  }

  private static Optional<Fix> removal(String name, Member member, ComposeFile file) {
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    Optional<ComposeFile.Spot> spot = file.spot(member.key());
    Optional<ComposeFile.ItemSpot> line = Optional.empty();
    if (spot.isEmpty() && file.scalar(member.key()).isPresent()) {
      line = file.item(file.scalar(member.key()).orElseThrow().slice());
    }
    if (spot.isEmpty() && line.isEmpty()) {
      return Optional.empty();
    }
    Edit edit =
        spot.isPresent()
            ? edits.removeEntry(spot.get().mapping(), spot.get().entry())
            : edits.removeItem(line.orElseThrow().list(), line.orElseThrow().item());
    return Optional.of(
        Fix.unsafe("Leave out " + name, edit)
            .declaring(
                ModelChange.of(ModelChange.Kind.REMOVE, file.name(), file.anchor(member.key()))));
  }

  private static void secrets(
      String product, Map<String, Scalar> variables, ComposeService service, RuleContext context) {
    for (ComposeNode item : service.items("secrets")) {
      Optional<Scalar> name = usual(item);
      if (name.isPresent() && !isMentioned(name.get().text(), service, variables)) {
        context.report(
            Finding.at(
                service.anchor("secrets"),
                name.get().slice(),
                "nothing tells %s to read the secret %s",
                product,
                name.get().slice()));
      }
    }
  }

  /** The name of a secret that lies where secrets lie by default; others may be looked for. */
  private static Optional<Scalar> usual(ComposeNode item) {
    if (!(item instanceof Table table)
        || !(table.find("source").orElse(item) instanceof Scalar source)
        || source.known().isEmpty()) {
      return Optional.empty();
    }
    Optional<ComposeNode> target = table.find("target");
    boolean usual =
        target.isEmpty()
            || (target.get() instanceof Scalar path
                && path.text().equals("/run/secrets/" + source.text()));
    return usual ? Optional.of(source) : Optional.empty();
  }
}
