package dev.plimsoll.rules.compose.hardening;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Optional;

/** What a container shares with the host it can see there, and often change. */
@RuleInfo(
    id = "compose/host-namespace",
    title = "Container shares a host namespace",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    fix = Safety.NONE,
    aliases = "compose-lint:CL-0010",
    cwe = 653)
public final class HostNamespace extends ComposeRule {

  /** Keys, and what the container shares where they say host. */
  private static final String[][] KEYS = {
    {"pid", "sees and signals every process of the host"},
    {"ipc", "shares the memory segments and semaphores of the host"},
    {"uts", "has the name of the host, and may change it as root of it"},
    {"userns_mode", "is left out where the engine maps root to another user"},
    {"cgroup", "sees the control groups of the host"}
  };

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    for (String[] key : KEYS) {
      Optional<Scalar> value = service.scalar(key[0]);
      if (value.isPresent() && value.get().known().orElse("").equals("host")) {
        context.report(
            Finding.at(
                service.anchor(key[0]),
                value.get().slice(),
                "with %s: host the container %s",
                key[0],
                key[1]));
      }
    }
  }
}
