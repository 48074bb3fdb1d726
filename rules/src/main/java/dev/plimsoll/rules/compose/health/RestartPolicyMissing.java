package dev.plimsoll.rules.compose.health;

import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rules.compose.limits.Lacking;
import java.util.List;
import java.util.Optional;

/** What crashes stays away, and so does all of it once the host has started anew. */
@RuleInfo(
    id = "compose/restart-policy-missing",
    title = "Long-running service has no restart policy",
    severity = Severity.INFO,
    category = Category.RELIABILITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    options = RestartPolicyMissing.Options.class)
public final class RestartPolicyMissing extends ComposeRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "the policy that its fix sets", byDefault = "unless-stopped") String policy) {}

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    new Lacking(set, file, context).report(new Part(set, context));
  }

  private record Part(ComposeSet set, RuleContext context) implements Lacking.Part {
    @Override
    public boolean concerns(ComposeService service) {
      return set.role() == ComposeRole.PRODUCTION
          && service.profiles().isEmpty()
          && service.runs()
          && !context.compose().endsByItself(set, service);
    }

    @Override
    public boolean isMissing(ComposeService service) {
      return !service.has("restart") && service.find("deploy", "restart_policy").isEmpty();
    }

    @Override
    public List<String> keys() {
      return List.of("restart", "deploy");
    }

    @Override
    public String ofOne() {
      return "%s has no restart policy: it stays away once it has crashed";
    }

    @Override
    public String ofAll() {
      return "none of the %s services has a restart policy: what crashes stays away";
    }

    @Override
    public Optional<Lacking.Addition> addition() {
      return Optional.of(
          new Lacking.Addition(
              "Restart it",
              Safety.UNSAFE,
              "restart",
              NewYaml.text(context.options(Options.class).policy())));
    }
  }
}
