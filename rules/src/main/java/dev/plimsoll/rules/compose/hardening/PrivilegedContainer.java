package dev.plimsoll.rules.compose.hardening;

import dev.plimsoll.fix.Fix;
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

/** A privileged container has all capabilities, all devices and no filter of system calls. */
@RuleInfo(
    id = "compose/privileged-container",
    title = "Container is privileged",
    severity = Severity.ERROR,
    category = Category.SECURITY,
    fix = Safety.UNSAFE,
    aliases = "compose-lint:CL-0002",
    cwe = 250)
public final class PrivilegedContainer extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    Optional<Scalar> privileged = service.scalar("privileged");
    if (privileged.isEmpty() || !privileged.get().known().orElse("").equals("true")) {
      return;
    }
    Finding finding =
        Finding.at(
            service.anchor("privileged"),
            privileged.get().slice(),
            "a privileged container is root on the host: give it the capabilities and devices"
                + " that it needs");
    Optional<Fix> fix = Removal.ofKey(service, "privileged", file);
    context.report(
        fix.isPresent()
            ? finding.withFix(
                fix.get()
                    .mayTrigger("compose/capabilities-not-dropped")
                    .mayTrigger("compose/no-new-privileges-missing"))
            : finding);
  }
}
