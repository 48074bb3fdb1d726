package dev.plimsoll.rules.compose.syntax;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.Refusal;
import dev.plimsoll.model.compose.Violation;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.List;
import java.util.Optional;

/** Compose refuses the whole project for one value of a wrong type, and starts none of it. */
@RuleInfo(
    id = "compose/schema-violation",
    title = "Value is not what the Compose schema allows",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    aliases = "dclint:invalid-schema")
public final class SchemaViolation extends ComposeRule {

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    for (Violation violation : set.violations()) {
      if (violation.kind() != Violation.Kind.UNKNOWN_KEY
          && !violation.isRepeatedByFile()
          && !isContainerName(violation, set)) {
        context.report(finding(violation));
      }
    }
    for (Refusal refusal : set.refusals()) {
      if (isOfForm(refusal)) {
        context.report(
            Finding.at(file.anchor(refusal.slice()), refusal.slice(), "%s", refusal.message()));
      }
    }
  }

  /** What {@code compose/invalid-container-name} reports: the name that a container will have. */
  private static boolean isContainerName(Violation violation, ComposeSet set) {
    List<String> keys = violation.path().keys();
    if (violation.kind() != Violation.Kind.WRONG_FORMAT
        || keys.size() != 3
        || !keys.get(2).equals("container_name")) {
      return false;
    }
    Optional<ComposeService> service = set.service(keys.get(1));
    Optional<Scalar> name =
        service.isPresent() ? service.get().scalar("container_name") : Optional.empty();
    return name.isPresent()
        && name.get().slice().place().equals(violation.place().place())
        && !name.get().known().orElse("").isEmpty();
  }

  private static Finding finding(Violation violation) {
    Finding finding =
        Finding.at(
            ComposeFile.anchor(violation.path()),
            violation.place(),
            violation.template(),
            violation.arguments().toArray());
    return violation.first().isEmpty()
        ? finding
        : finding.related(violation.first().get(), "the first one");
  }

  /** Circles and what is not there are the matter of other rules. */
  private static boolean isOfForm(Refusal refusal) {
    return switch (refusal.kind()) {
      case SHAPE, MOUNT, MERGE -> true;
      case EXTENDS, INCLUDE -> refusal.cause() == Refusal.Cause.OTHER;
      case YAML, INTERPOLATION, PORT, LIMIT -> false;
    };
  }
}
