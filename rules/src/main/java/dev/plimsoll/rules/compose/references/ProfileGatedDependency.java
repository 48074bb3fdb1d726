package dev.plimsoll.rules.compose.references;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ServiceNeed;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import java.util.List;
import java.util.Optional;

/** What a profile switches off is not there for a service that needs it, and Compose refuses. */
@RuleInfo(
    id = "compose/profile-gated-dependency",
    title = "Dependency is inactive in a profile that needs it",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class ProfileGatedDependency extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    for (ServiceNeed need : ServiceNeed.of(service)) {
      Optional<ComposeService> other = set.service(need.name());
      if (need.required() && other.isPresent()) {
        check(need, service, other.get(), file, context);
      }
    }
  }

  private static void check(
      ServiceNeed need,
      ComposeService service,
      ComposeService other,
      ComposeFile file,
      RuleContext context) {
    List<String> profiles = other.profiles();
    if (profiles.isEmpty() || profiles.contains("") || profiles.contains("*")) {
      return;
    }
    if (service.profiles().isEmpty()) {
      Finding finding =
          Finding.at(
                  service.anchor(need.key()),
                  need.place(),
                  "service %s always runs, but %s only in profile %s",
                  service.key(),
                  need.name(),
                  String.join(" or ", profiles))
              .related(other.key(), "the service that has profiles");
      Optional<Fix> fix = allowing(need, service, file);
      context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
      return;
    }
    for (String profile : service.profiles()) {
      if (!profile.isEmpty() && !profile.equals("*") && !profiles.contains(profile)) {
        Finding finding =
            Finding.at(
                    service.anchor(need.key()),
                    need.place(),
                    "service %s runs in profile %s, but %s does not",
                    service.key(),
                    profile,
                    need.name())
                .related(other.key(), "the service that lacks the profile");
        Optional<Fix> fix = joining(profile, other, file);
        context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
        return;
      }
    }
  }

  /** Lets the service run without the other, where the long form is written. */
  private static Optional<Fix> allowing(
      ServiceNeed need, ComposeService service, ComposeFile file) {
    Optional<ComposeFile.Spot> spot = file.spot(need.place());
    if (!need.key().equals("depends_on")
        || spot.isEmpty()
        || !(spot.get().entry().value() instanceof YamlNode.Mapping dependency)
        || dependency.find("required").isPresent()) {
      return Optional.empty();
    }
    Edit edit =
        YamlEdits.of(file.yaml(), file.source())
            .addKey(dependency, "required", NewYaml.plain("false"));
    Anchor anchor = file.owner(need.place()).child(need.name());
    return Optional.of(
        Fix.unsafe("Let " + service.name() + " run without " + need.name(), edit)
            .declaring(ModelChange.of(ModelChange.Kind.ADD, file.name(), anchor)));
  }

  /** Adds the other to a profile. */
  private static Optional<Fix> joining(String profile, ComposeService other, ComposeFile file) {
    Member member = other.body().members().get("profiles");
    Optional<ComposeFile.Spot> spot = member == null ? Optional.empty() : file.spot(member.key());
    if (spot.isEmpty() || !(spot.get().entry().value() instanceof YamlNode.Sequence list)) {
      return Optional.empty();
    }
    Edit edit = YamlEdits.of(file.yaml(), file.source()).addItem(list, NewYaml.text(profile));
    Anchor anchor = file.owner(spot.get().entry().key().slice()).child("profiles");
    return Optional.of(
        Fix.unsafe("Add " + other.name() + " to profile " + profile, edit)
            .declaring(ModelChange.of(ModelChange.Kind.ADD, file.name(), anchor)));
  }
}
