package dev.plimsoll.rules.compose.health;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.image.BackingImage;
import dev.plimsoll.model.image.BackingImages;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.HealthCheck;
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
import java.util.Map;
import java.util.Optional;

/** A datastore that is started is not yet one that answers, and its check tells the difference. */
@RuleInfo(
    id = "compose/healthcheck-not-awaited",
    title = "Datastore's health check is not waited for",
    severity = Severity.INFO,
    category = Category.RELIABILITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE)
public final class HealthcheckNotAwaited extends ComposeRule {

  private static final String STARTED = "service_started";
  private static final String HEALTHY = "service_healthy";

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    for (Map.Entry<String, Member> entry : service.members("depends_on").entrySet()) {
      Optional<Scalar> condition = service.scalar("depends_on", entry.getKey(), "condition");
      if (condition.isEmpty() || condition.get().known().orElse("").equals(STARTED)) {
        Optional<ComposeService> other = set.service(entry.getKey());
        if (other.isPresent() && isChecked(other.get(), set, context)) {
          report(service, other.get(), entry.getValue(), condition, file, context);
        }
      }
    }
  }

  private static boolean isChecked(ComposeService other, ComposeSet set, RuleContext context) {
    if (!(context.compose().image(set, other) instanceof Answer.Known<ServiceImage> image)
        || !(image.value().root() instanceof Answer.Known<ServiceImage> root)
        || !(root.value() instanceof ServiceImage.Pulled pulled)) {
      return false;
    }
    Optional<BackingImage> known = BackingImages.find(pulled.reference());
    return known.isPresent()
        && known.get().isDatastore()
        && context.compose().healthcheck(set, other) instanceof Answer.Known<HealthCheck> check
        && check.value().runs();
  }

  private static void report(
      ComposeService service,
      ComposeService other,
      Member dependency,
      Optional<Scalar> condition,
      ComposeFile file,
      RuleContext context) {
    boolean isWritten = condition.isPresent() && condition.get().slice().text().contains(STARTED);
    Slice place = isWritten ? condition.orElseThrow().slice() : dependency.key();
    Finding finding =
        Finding.at(
                service.anchor("depends_on").child(other.name()),
                place,
                "%s does not wait for the health check of %s, only for its start",
                service.key(),
                other.name())
            .related(
                other.keySlice("healthcheck").orElse(other.key()), "the check of the datastore");
    Optional<YamlNode.Scalar> written = isWritten ? file.scalar(place) : Optional.empty();
    if (written.isPresent()) {
      Edit edit =
          YamlEdits.of(file.yaml(), file.source()).replace(written.get(), NewYaml.text(HEALTHY));
      finding =
          finding.withFix(Fix.unsafe("Wait until it is healthy", edit).changing(file.owner(place)));
    }
    context.report(finding);
  }
}
