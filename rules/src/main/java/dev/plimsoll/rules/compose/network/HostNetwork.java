package dev.plimsoll.rules.compose.network;

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

/** Every port of the container is one of the host then, and the host's local services are open. */
@RuleInfo(
    id = "compose/host-network",
    title = "Container uses the host network",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    fix = Safety.NONE,
    aliases = "compose-lint:CL-0008",
    cwe = 653)
public final class HostNetwork extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    Optional<Scalar> mode = service.scalar("network_mode");
    if (mode.isPresent() && mode.get().known().orElse("").equals("host")) {
      context.report(
          Finding.at(
              service.anchor("network_mode"),
              mode.get().slice(),
              "on the host's network the container reaches what listens on 127.0.0.1 there:"
                  + " publish ports instead"));
    }
  }
}
