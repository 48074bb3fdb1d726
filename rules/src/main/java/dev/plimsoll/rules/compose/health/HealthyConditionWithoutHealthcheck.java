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
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.HealthCheck;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compose stops with an error where it waits for a service to be healthy that has no check. */
@RuleInfo(
    id = "compose/healthy-condition-without-healthcheck",
    title = "Condition service_healthy on a service without a check",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class HealthyConditionWithoutHealthcheck extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    for (Map.Entry<String, Member> entry : service.members("depends_on").entrySet()) {
      Optional<Scalar> condition = service.scalar("depends_on", entry.getKey(), "condition");
      if (condition.isPresent()
          && condition.get().fixed().isPresent()
          && condition.get().text().equals("service_healthy")
          && isRequired(service, entry.getKey())) {
        Optional<ComposeService> other = set.service(entry.getKey());
        if (other.isPresent()) {
          check(service, condition.get(), other.get(), set, file, context);
        }
      }
    }
  }

  /** Compose goes on where it need not be there. */
  private static boolean isRequired(ComposeService service, String dependency) {
    Optional<Scalar> required = service.scalar("depends_on", dependency, "required");
    return required.isEmpty() || required.get().text().equals("true");
  }

  private static void check(
      ComposeService service,
      Scalar condition,
      ComposeService other,
      ComposeSet set,
      ComposeFile file,
      RuleContext context) {
    Optional<HealthCheck> check = check(other, set, context);
    if (check.isEmpty()
        || check.get().runs()
        || !set.isAllRead()
        || !file.problems().isEmpty()
        || isCheckedByHand(other, file, context)) {
      return;
    }
    Optional<Slice> disabled = check.get().written();
    Finding finding =
        Finding.at(
            service.anchor("depends_on").child(other.name()),
            condition.slice(),
            disabled.isPresent()
                ? "the health check of %s is switched off: Compose fails instead of waiting for it"
                : "%s has no health check: Compose fails instead of waiting for it",
            other.key());
    finding =
        disabled.isPresent()
            ? finding.related(disabled.get(), "the health check is switched off here")
            : finding.related(other.key(), "the service without a health check");
    context.report(withFix(finding, condition, file));
  }

  private static Optional<HealthCheck> check(
      ComposeService service, ComposeSet set, RuleContext context) {
    return !service.has("provider")
            && context.compose().healthcheck(set, service)
                instanceof Answer.Known<HealthCheck> known
        ? Optional.of(known.value())
        : Optional.empty();
  }

  /** Whether a file that may be laid over it by hand has a check. */
  private static boolean isCheckedByHand(
      ComposeService service, ComposeFile file, RuleContext context) {
    if (!(context.compose().composeSetsOver(file) instanceof Answer.Known<List<ComposeSet>> sets)) {
      return true;
    }
    for (ComposeSet over : sets.value()) {
      Optional<ComposeService> same = over.service(service.name());
      if (same.isPresent() && !service.has("healthcheck") && same.get().has("healthcheck")) {
        return true;
      }
    }
    return false;
  }

  private static Finding withFix(Finding finding, Scalar condition, ComposeFile file) {
    Optional<YamlNode.Scalar> written = file.scalar(condition.slice());
    if (written.isEmpty()) {
      return finding;
    }
    Edit edit =
        YamlEdits.of(file.yaml(), file.source())
            .replace(written.get(), NewYaml.text("service_started"));
    return finding.withFix(
        Fix.unsafe("Wait until it is started", edit).changing(file.owner(condition.slice())));
  }
}
