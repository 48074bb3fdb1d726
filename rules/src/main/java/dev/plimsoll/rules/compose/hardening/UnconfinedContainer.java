package dev.plimsoll.rules.compose.hardening;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Map;
import java.util.Optional;

/** Each of these filters has kept faults of the kernel out of reach of containers. */
@RuleInfo(
    id = "compose/unconfined-container",
    title = "Seccomp, AppArmor or label confinement is off",
    severity = Severity.ERROR,
    category = Category.SECURITY,
    fix = Safety.UNSAFE,
    aliases = "compose-lint:CL-0009",
    cwe = 693)
public final class UnconfinedContainer extends ComposeRule {

  private static final Map<String, String> OFF =
      Map.of(
          "seccomp=unconfined", "the filter of system calls",
          "apparmor=unconfined", "AppArmor",
          "label=disable", "SELinux",
          "systempaths=unconfined", "the mask over /proc and /sys");

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    for (ComposeNode item : service.items("security_opt")) {
      Optional<String> text = item instanceof Scalar scalar ? scalar.known() : Optional.empty();
      String off = text.isEmpty() ? null : OFF.get(text.get().replaceFirst(":", "="));
      if (off != null) {
        Finding finding =
            Finding.at(
                service.anchor("security_opt"),
                item.slice(),
                "%s switches off %s, which keeps the container from the kernel",
                item.slice(),
                off);
        Optional<Fix> fix =
            Removal.ofItem(service, "security_opt", item.slice(), "Leave " + off + " on", file);
        context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
      }
    }
  }
}
