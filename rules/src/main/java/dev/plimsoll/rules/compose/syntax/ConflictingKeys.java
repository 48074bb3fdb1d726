package dev.plimsoll.rules.compose.syntax;

import dev.plimsoll.model.compose.ByteSize;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ComposePath;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compose refuses the whole project where two keys of one service contradict each other. */
@RuleInfo(
    id = "compose/conflicting-keys",
    title = "Two keys of a service exclude each other",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS)
public final class ConflictingKeys extends ComposeRule {

  /** A key of a service, and the one it must equal where the mapping of that is there at all. */
  private record Twin(String key, boolean memory, List<String> of, String other) {

    String dotted() {
      return String.join(".", of) + "." + other;
    }
  }

  private static final List<String> LIMITS = List.of("deploy", "resources", "limits");

  private static final List<Twin> TWINS =
      List.of(
          new Twin("cpus", false, LIMITS, "cpus"),
          new Twin("mem_limit", true, LIMITS, "memory"),
          new Twin("pids_limit", false, LIMITS, "pids"),
          new Twin(
              "mem_reservation", true, List.of("deploy", "resources", "reservations"), "memory"));

  private static final Map<String, List<String>> SOURCES =
      Map.of(
          "secrets", List.of("file", "environment"),
          "configs", List.of("file", "environment", "content"));

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    for (Map.Entry<String, List<String>> section : SOURCES.entrySet()) {
      for (Map.Entry<String, Member> each : set.section(section.getKey()).entrySet()) {
        if (each.getValue().value() instanceof Table table) {
          ComposePath path = new ComposePath(List.of(section.getKey(), each.getKey()));
          sources(table, section.getValue(), path, context);
        }
      }
    }
  }

  private static void sources(
      Table table, List<String> keys, ComposePath path, RuleContext context) {
    Optional<Slice> first = Optional.empty();
    for (String key : keys) {
      Member member = table.members().get(key);
      if (member != null && isSaid(member.value())) {
        if (first.isPresent()) {
          report(path.child(key), member.key(), first.get(), context);
          return;
        }
        first = Optional.of(member.key());
      }
    }
  }

  private static boolean isSaid(ComposeNode node) {
    return node instanceof Scalar scalar
        ? !scalar.text().isEmpty() && isSure(scalar)
        : node instanceof Table table
            ? !table.members().isEmpty()
            : node instanceof Items items && !items.items().isEmpty();
  }

  private static void report(ComposePath path, Slice key, Slice other, RuleContext context) {
    context.report(
        Finding.at(ComposeFile.anchor(path), key, "%s and %s exclude each other", key, other)
            .related(other, "the other one"));
  }

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    pair(service, List.of(), "network_mode", "networks", context);
    pair(service, List.of("build"), "dockerfile", "dockerfile_inline", context);
    scale(service, context);
    platform(service, context);
    for (Twin twin : TWINS) {
      twin(twin, service, context);
    }
  }

  private static void pair(
      ComposeService service, List<String> owner, String one, String two, RuleContext context) {
    Optional<ComposeNode> table =
        owner.isEmpty() ? Optional.of(service.body()) : service.find(owner.get(0));
    if (table.isPresent() && table.get() instanceof Table mapping) {
      Member first = mapping.members().get(one);
      Member second = mapping.members().get(two);
      if (first != null && second != null && isSaid(first.value()) && isSaid(second.value())) {
        ComposePath path = owner.isEmpty() ? service.path() : service.path().child(owner.get(0));
        report(path.child(two), second.key(), first.key(), context);
      }
    }
  }

  private static void scale(ComposeService service, RuleContext context) {
    Optional<Scalar> scale = service.scalar("scale");
    Optional<Scalar> replicas = service.scalar("deploy", "replicas");
    if (scale.isPresent() && replicas.isPresent()) {
      differ(service, "scale", scale.get(), "deploy.replicas", replicas.get(), false, context);
    }
  }

  private static void platform(ComposeService service, RuleContext context) {
    Optional<Scalar> platform = service.scalar("platform");
    List<ComposeNode> platforms = service.items("build", "platforms");
    if (platform.isEmpty() || !isSaid(platform.get()) || platforms.isEmpty()) {
      return;
    }
    for (ComposeNode each : platforms) {
      if (!(each instanceof Scalar scalar)
          || !isSure(scalar)
          || scalar.text().equals(platform.get().text())) {
        return;
      }
    }
    context.report(
        Finding.at(
            service.anchor("platform"),
            platform.get().slice(),
            "platform is %s, which build.platforms lacks",
            platform.get().value()));
  }

  private static void twin(Twin twin, ComposeService service, RuleContext context) {
    Optional<Scalar> own = service.scalar(twin.key());
    Optional<ComposeNode> owner = service.find(twin.of().toArray(new String[0]));
    if (own.isEmpty() || owner.isEmpty() || !(owner.get() instanceof Table limits)) {
      return;
    }
    Optional<ComposeNode> other = limits.find(twin.other());
    if (other.isPresent() && other.get() instanceof Scalar scalar) {
      differ(service, twin.key(), own.get(), twin.dotted(), scalar, twin.memory(), context);
    } else if (other.isEmpty() && isSure(own.get()) && !isZero(own.get(), twin.memory())) {
      context.report(
          Finding.at(
              service.anchor(twin.key()),
              own.get().slice(),
              twin.key() + " is %s, but %s has no " + twin.other(),
              own.get().value(),
              String.join(".", twin.of())));
    }
  }

  private static boolean isZero(Scalar scalar, boolean memory) {
    Optional<BigDecimal> amount = amount(scalar, memory);
    return amount.isEmpty() || amount.get().signum() == 0;
  }

  private static void differ(
      ComposeService service,
      String key,
      Scalar own,
      String otherKey,
      Scalar other,
      boolean memory,
      RuleContext context) {
    Optional<BigDecimal> mine = amount(own, memory);
    Optional<BigDecimal> theirs = amount(other, memory);
    boolean unset = !key.equals("scale") && mine.isPresent() && mine.get().signum() == 0;
    if (mine.isEmpty()
        || theirs.isEmpty()
        || unset
        || !isSure(own)
        || !isSure(other)
        || mine.get().compareTo(theirs.get()) == 0) {
      return;
    }
    context.report(
        Finding.at(
                service.anchor(key),
                own.slice(),
                key + " is %s, but " + otherKey + " is %s: say it once",
                own.value(),
                other.value())
            .related(other.slice(), "the other value"));
  }

  private static Optional<BigDecimal> amount(Scalar scalar, boolean memory) {
    return memory ? ByteSize.of(scalar.text()) : ByteSize.number(scalar.text());
  }

  /** Whether it is so where nothing but the files sets variables. */
  private static boolean isSure(Scalar scalar) {
    return scalar.value().alternatives().get(0) instanceof Value.Known;
  }
}
