package dev.plimsoll.rules.compose.limits;

import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.List;
import java.util.Optional;

/** A process without a limit takes the memory of all others on the host with it when it leaks. */
@RuleInfo(
    id = "compose/memory-limit-missing",
    title = "Service has no memory limit",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    profile = Profile.STRICT,
    fix = Safety.SHOW,
    aliases = "compose-lint:CL-0026",
    cwe = 770)
public final class MemoryLimitMissing extends ComposeRule {

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
      return MemoryLimits.limit(service).isEmpty();
    }

    @Override
    public List<String> keys() {
      return List.of("mem_limit", "deploy");
    }

    @Override
    public String ofOne() {
      return "%s has no memory limit";
    }

    @Override
    public String ofAll() {
      return "none of the %s services has a memory limit";
    }

    @Override
    public Optional<Lacking.Addition> addition() {
      return Optional.of(
          new Lacking.Addition(
              "Limit the memory",
              Safety.SHOW,
              "mem_limit",
              NewYaml.text("512m"),
              List.of("deploy", "resources", "limits", "memory")));
    }
  }
}
