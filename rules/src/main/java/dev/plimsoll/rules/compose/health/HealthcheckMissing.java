package dev.plimsoll.rules.compose.health;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.HealthCheck;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rules.compose.limits.Lacking;
import java.util.List;
import java.util.Optional;

/** A container that hangs is up for the engine, and what waits for it does not know. */
@RuleInfo(
    id = "compose/healthcheck-missing",
    title = "Service has no health check",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    profile = Profile.STRICT)
public final class HealthcheckMissing extends ComposeRule {

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    new Lacking(set, file, context).report(new Part(set, context));
  }

  private record Part(ComposeSet set, RuleContext context) implements Lacking.Part {
    @Override
    public boolean concerns(ComposeService service) {
      return service.profiles().isEmpty()
          && service.runs()
          && !service.has("provider")
          && !context.compose().endsByItself(set, service);
    }

    @Override
    public boolean isMissing(ComposeService service) {
      return context.compose().healthcheck(set, service) instanceof Answer.Known<HealthCheck> check
          && !check.value().runs();
    }

    @Override
    public List<String> keys() {
      return List.of("healthcheck", "image", "build");
    }

    @Override
    public String ofOne() {
      return "%s has no health check, neither of its own nor of its image";
    }

    @Override
    public String ofAll() {
      return "none of the %s services has a health check, of its own or of its image";
    }

    @Override
    public Optional<Lacking.Addition> addition() {
      return Optional.empty();
    }
  }
}
