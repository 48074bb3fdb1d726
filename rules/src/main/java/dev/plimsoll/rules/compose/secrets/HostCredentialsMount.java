package dev.plimsoll.rules.compose.secrets;

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

/** Whoever gets into the container has what the machine's user may do elsewhere. */
@RuleInfo(
    id = "compose/host-credentials-mount",
    title = "Host credentials are mounted into the container",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    fix = Safety.NONE,
    aliases = "compose-lint:CL-0013",
    cwe = 522,
    options = HostCredentialsMount.Options.class)
public final class HostCredentialsMount extends ComposeRule {

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
      boolean docker = mount.mount().target().text().endsWith("/.docker/config.json");
      if ((docker || HostCredentials.isAt(mount.path()) || HostCredentials.isAt(mount.text()))
          && !context.options(Options.class).allowedPaths().contains(mount.path())) {
        context.report(
            Finding.at(
                service.anchor("volumes"),
                mount.place(),
                "%s gives the container credentials of the host: pass what it needs as a secret",
                mount.name()));
      }
    }
  }
}
