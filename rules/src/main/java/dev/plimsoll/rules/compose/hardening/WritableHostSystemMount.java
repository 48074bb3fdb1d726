package dev.plimsoll.rules.compose.hardening;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.HostMount;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.List;

/** Whoever writes into the host's system is root there before long. */
@RuleInfo(
    id = "compose/writable-host-system-mount",
    title = "Host system directory is mounted writable",
    severity = Severity.ERROR,
    category = Category.SECURITY,
    fix = Safety.NONE,
    aliases = "compose-lint:CL-0025",
    cwe = 668,
    options = WritableHostSystemMount.Options.class)
public final class WritableHostSystemMount extends ComposeRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "paths of the host that services may write to") List<String> allowedPaths) {
    public Options {
      allowedPaths = List.copyOf(allowedPaths);
    }
  }

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    if (!service.has("volumes")) {
      return;
    }
    for (HostMount mount : HostMount.of(service, set)) {
      String path = mount.path();
      if (mount.isWritable()
          && (SystemPaths.isCritical(path) || SystemPaths.isProgram(path))
          && !context.options(Options.class).allowedPaths().contains(path)) {
        context.report(
            Finding.at(
                service.anchor("volumes"),
                mount.place(),
                "the container can write to %s of the host, and so become root there:"
                    + " mount it read-only",
                mount.name()));
      }
    }
  }
}
