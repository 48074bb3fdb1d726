package dev.plimsoll.rules.compose.hardening;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.List;
import java.util.Map;

/** With these, root in the container is root on the host. */
@RuleInfo(
    id = "compose/host-root-capability",
    title = "Added capability amounts to root on the host",
    severity = Severity.ERROR,
    category = Category.SECURITY,
    fix = Safety.NONE,
    aliases = "compose-lint:CL-0024",
    cwe = 250,
    options = HostRootCapability.Options.class)
public final class HostRootCapability extends ComposeRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "capabilities that services may have") List<String> allowed) {
    public Options {
      allowed = List.copyOf(allowed);
    }
  }

  /** Capabilities, and what they are good for. Source: capabilities(7). */
  private static final Map<String, String> GRANTS =
      Map.of(
          "ALL", "every capability there is",
          "SYS_ADMIN", "mounting file systems and much else",
          "SYS_MODULE", "loading code into the kernel",
          "SYS_RAWIO", "access to the ports and memory of the machine");

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    for (ComposeNode item : service.items("cap_add")) {
      String name = Capabilities.name(item);
      String grant = GRANTS.get(name);
      if (grant != null && !context.options(Options.class).allowed().contains(name)) {
        context.report(
            Finding.at(
                service.anchor("cap_add"),
                item.slice(),
                "%s allows %s: root in the container is root on the host",
                item.slice(),
                grant));
      }
    }
  }
}
