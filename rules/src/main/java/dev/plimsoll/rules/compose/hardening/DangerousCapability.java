package dev.plimsoll.rules.compose.hardening;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** With these, what goes wrong in the container goes wrong for others on the host. */
@RuleInfo(
    id = "compose/dangerous-capability",
    title = "Added capability reaches beyond the container",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    profile = Profile.STRICT,
    fix = Safety.NONE,
    aliases = {
      "compose-lint:CL-0011",
      "compose-lint:CL-0027",
      "compose-lint:CL-0028",
      "compose-lint:CL-0029",
      "compose-lint:CL-0030"
    },
    cwe = 250,
    options = DangerousCapability.Options.class)
public final class DangerousCapability extends ComposeRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "capabilities that services may have") List<String> allowed) {
    public Options {
      allowed = List.copyOf(allowed);
    }
  }

  /** Capabilities, and what they are good for. Source: capabilities(7). */
  private static final Map<String, String> GRANTS =
      Map.ofEntries(
          Map.entry("NET_ADMIN", "changing addresses, routes and packet filters"),
          Map.entry("BPF", "loading programs into the kernel"),
          Map.entry("SYS_BOOT", "restarting the host"),
          Map.entry("SYS_PTRACE", "reading and changing the memory of other processes"),
          Map.entry("DAC_READ_SEARCH", "reading every file, of the host too"),
          Map.entry("PERFMON", "watching what the kernel does for others"),
          Map.entry("SYS_TIME", "setting the clock of the host"),
          Map.entry("SYS_NICE", "taking the processor from others"),
          Map.entry("IPC_LOCK", "keeping memory from being swapped out"),
          Map.entry("LEASE", "making others wait for a file"),
          Map.entry("SYSLOG", "reading the log of the kernel"));

  /**
   * Those that end at a namespace of the container, and the key that gives it the host's instead.
   */
  private static final Map<String, String> CONFINED =
      Map.of("NET_ADMIN", "network_mode", "SYS_PTRACE", "pid");

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
                "%s allows %s%s",
                item.slice(),
                grant,
                isConfined(name, service) ? "" : ", beyond the container"));
      }
    }
  }

  private static boolean isConfined(String name, ComposeService service) {
    String key = CONFINED.get(name);
    if (key == null) {
      return false;
    }
    Optional<Scalar> shared = service.scalar(key);
    return shared.isEmpty() || !shared.get().known().orElse("host").equals("host");
  }
}
