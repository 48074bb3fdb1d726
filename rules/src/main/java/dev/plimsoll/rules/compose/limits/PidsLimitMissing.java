package dev.plimsoll.rules.compose.limits;

import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.List;
import java.util.Optional;

/** A container that forks without end takes the process numbers of the whole host. */
@RuleInfo(
    id = "compose/pids-limit-missing",
    title = "Service has no process limit",
    severity = Severity.INFO,
    category = Category.RELIABILITY,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    cwe = 770,
    options = PidsLimitMissing.Options.class)
public final class PidsLimitMissing extends ComposeRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "how many processes its fix allows", byDefault = "256") int limit) {}

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    new Lacking(set, file, context).report(new Part(set, context));
  }

  private record Part(ComposeSet set, RuleContext context) implements Lacking.Part {
    @Override
    public boolean concerns(ComposeService service) {
      return MemoryLimits.isContainer(service);
    }

    @Override
    public boolean isMissing(ComposeService service) {
      Optional<Scalar> limit = service.scalar("pids_limit");
      if (limit.isEmpty()) {
        limit = service.scalar("deploy", "resources", "limits", "pids");
      }
      String text = limit.isEmpty() ? "-1" : limit.get().known().orElse("");
      return text.equals("-1") || text.equals("0");
    }

    @Override
    public List<String> keys() {
      return List.of("pids_limit", "deploy");
    }

    @Override
    public String ofOne() {
      return "%s has no limit on its processes";
    }

    @Override
    public String ofAll() {
      return "none of the %s services has a limit on its processes";
    }

    @Override
    public Optional<Lacking.Addition> addition() {
      int limit = context.options(Options.class).limit();
      return Optional.of(
          new Lacking.Addition(
              "Limit the processes",
              Safety.UNSAFE,
              "pids_limit",
              NewYaml.plain(String.valueOf(limit)),
              List.of("deploy", "resources", "limits", "pids")));
    }
  }
}
