package dev.plimsoll.rules.compose.references;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ServiceNeed;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A service that nobody starts is still read, scanned and updated with the others. */
@RuleInfo(
    id = "compose/disabled-service",
    title = "Parked service is still in the file",
    severity = Severity.INFO,
    category = Category.MAINTAINABILITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    options = DisabledService.Options.class)
public final class DisabledService extends ComposeRule {

  private static final Set<String> PROFILES =
      Set.of(
          "archived",
          "deactivated",
          "deprecated",
          "disabled",
          "inactive",
          "legacy",
          "obsolete",
          "old",
          "retired",
          "unused");

  /** What the rule can be told. */
  public record Options(
      @Option(help = "profiles that park a service, beside legacy, disabled, old and the like")
          List<String> profileNames) {}

  /** A service, and what keeps it from starting. */
  private record Parked(ComposeService service, Scalar why, ComposeSet set) {}

  @Override
  public void file(ComposeFile file, RuleContext context) {
    if (!file.problems().isEmpty()) {
      return;
    }
    Map<String, Parked> parked = new LinkedHashMap<>();
    Set<String> live = new HashSet<>();
    for (ComposeSet set : context.compose().composeSets(file)) {
      if (!set.isWhole() || !set.files().contains(file.name())) {
        return;
      }
      for (ComposeService service : set.servicesIn(file.name())) {
        Optional<Scalar> why = why(service, set, context);
        if (why.isPresent() && isHere(why.get().slice(), file) && isDefined(service, file)) {
          parked.put(service.name(), new Parked(service, why.get(), set));
        } else {
          live.add(service.name());
        }
      }
    }
    for (Parked each : parked.values()) {
      if (!live.contains(each.service().name()) && !isModel(each, file)) {
        report(each, file, context);
      }
    }
  }

  private static Optional<Scalar> why(ComposeService service, ComposeSet set, RuleContext context) {
    List<String> profiles = service.profiles();
    if (!profiles.isEmpty()) {
      List<String> more = context.options(Options.class).profileNames();
      for (String profile : profiles) {
        boolean parks =
            PROFILES.contains(profile.toLowerCase(Locale.ROOT)) || more.contains(profile);
        if (!parks || set.start().environment().find("COMPOSE_PROFILES").isPresent()) {
          return Optional.empty();
        }
      }
      return service.items("profiles").get(0) instanceof Scalar first
          ? Optional.of(first)
          : Optional.empty();
    }
    Optional<Scalar> scale = service.scalar("scale");
    Optional<Scalar> count = scale.isPresent() ? scale : service.scalar("deploy", "replicas");
    return count.isPresent() && count.get().fixed().orElse("").equals("0")
        ? count
        : Optional.empty();
  }

  private static boolean isHere(Slice slice, ComposeFile file) {
    return slice.place().file().equals(file.name());
  }

  /** Whether the file says what it runs: an override switches it off for its sets alone. */
  private static boolean isDefined(ComposeService service, ComposeFile file) {
    for (String key : List.of("image", "build")) {
      Optional<Slice> there = service.keySlice(key);
      if (there.isPresent() && isHere(there.get(), file)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether others are made of it, by extends, an anchor or the image that it builds, or it of one.
   */
  private static boolean isModel(Parked parked, ComposeFile file) {
    String name = parked.service().name();
    Optional<ComposeFile.Spot> spot = file.spot(parked.service().key());
    if (spot.isEmpty()
        || !isWithin(parked.why().slice(), spot.get())
        || file.yaml()
            .uses()
            .neededOutside(spot.get().entry().value().slice().span())
            .isPresent()) {
      return true;
    }
    Optional<Scalar> image = parked.service().scalar("image");
    for (ComposeService other : parked.set().services()) {
      Optional<Scalar> its = other.scalar("image");
      boolean isSame =
          image.isPresent() && its.isPresent() && its.get().text().equals(image.get().text());
      if (!other.name().equals(name) && isSame && parked.service().has("build")) {
        return true;
      }
      for (Scalar context : ServiceNeed.contexts(other)) {
        if (context.text().equals(name)) {
          return true;
        }
      }
    }
    return isExtended(name, file);
  }

  /** Whether it is its own, and none that it takes over from another. */
  private static boolean isWithin(Slice why, ComposeFile.Spot spot) {
    return spot.entry().value().slice().place().span().contains(why.place().span());
  }

  private static boolean isExtended(String name, ComposeFile file) {
    for (ComposeFile.Spot spot : file.services()) {
      Optional<YamlNode> base =
          spot.entry().value() instanceof YamlNode.Mapping service
              ? service.find("extends")
              : Optional.empty();
      if (base.isPresent() && base.get() instanceof YamlNode.Mapping written) {
        base = written.find("service");
      }
      if (base.isPresent()
          && base.get() instanceof YamlNode.Scalar text
          && text.text().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static void report(Parked parked, ComposeFile file, RuleContext context) {
    ComposeService service = parked.service();
    boolean isProfile = !service.profiles().isEmpty();
    String key = isProfile ? "profiles" : service.has("scale") ? "scale" : "deploy";
    Finding finding =
        Finding.at(
            service.anchor(key),
            parked.why().slice(),
            isProfile
                ? "profile %s parks service %s, which is kept up for nothing"
                : "count %s parks service %s, which is kept up for nothing",
            parked.why().text(),
            service.name());
    List<Slice> needs = needs(parked);
    for (Slice need : needs) {
      finding = finding.related(need, "it is still named here");
    }
    Optional<ComposeFile.Spot> spot = file.spot(service.key());
    if (needs.isEmpty() && spot.isPresent()) {
      Edit edit =
          YamlEdits.of(file.yaml(), file.source())
              .removeEntry(spot.get().mapping(), spot.get().entry());
      finding =
          finding.withFix(
              Fix.unsafe("Remove " + service.name(), edit)
                  .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), service.anchor()))
                  .mayTrigger("compose/*"));
    }
    context.report(finding);
  }

  private static List<Slice> needs(Parked parked) {
    List<Slice> needs = new ArrayList<>();
    for (ComposeService other : parked.set().services()) {
      for (ServiceNeed need : ServiceNeed.of(other)) {
        if (need.name().equals(parked.service().name())) {
          needs.add(need.place());
        }
      }
    }
    return needs;
  }
}
