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
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.List;

/** What a container sees of the host's system, an intruder learns from it. */
@RuleInfo(
    id = "compose/sensitive-host-mount",
    title = "Host system directory is visible in the container",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    profile = Profile.STRICT,
    fix = Safety.NONE,
    aliases = "compose-lint:CL-0013",
    cwe = 668,
    options = SensitiveHostMount.Options.class)
public final class SensitiveHostMount extends ComposeRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "paths of the host that services may see") List<String> allowedPaths) {
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
      boolean writable = mount.isWritable() && SystemPaths.isCritical(path);
      if (SystemPaths.isTelling(path)
          && !writable
          && !context.options(Options.class).allowedPaths().contains(path)) {
        context.report(
            Finding.at(
                service.anchor("volumes"),
                mount.place(),
                "the container sees %s of the host: mount only what it needs of it",
                mount.name()));
      }
    }
  }
}
