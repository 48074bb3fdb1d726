package dev.plimsoll.rules.shell.packages;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Invocation;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import dev.plimsoll.text.Slice;
import java.util.Optional;
import java.util.Set;

/**
 * apt is made for people: its options and output may change between releases, as it says itself.
 */
@RuleInfo(
    id = "shell/apt-instead-of-apt-get",
    title = "apt has no stable interface for scripts",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    fix = Safety.UNSAFE,
    aliases = {"hadolint:DL3027", "checkov:CKV_DOCKER_9"})
public final class AptInsteadOfAptGet extends ShellRule {

  /** What apt-get and apt-cache know under the same name. */
  private static final Set<String> GET =
      Set.of(
          "install",
          "update",
          "upgrade",
          "remove",
          "purge",
          "autoremove",
          "autopurge",
          "build-dep",
          "clean",
          "autoclean",
          "dist-upgrade",
          "download",
          "source",
          "changelog",
          "check",
          "satisfy",
          "reinstall");

  private static final Set<String> CACHE =
      Set.of("show", "search", "policy", "depends", "rdepends", "showsrc", "madison", "showpkg");

  @Override
  public void command(Command command, ScriptContext script, RuleContext context) {
    if (!command.isNamed("apt")) {
      return;
    }
    Optional<Invocation> invocation = Invocation.of(command);
    if (invocation.isPresent() && !invocation.get().operands().isEmpty()) {
      report(command, invocation.get().operands().get(0).text(), script, context);
    }
  }

  private static void report(
      Command command, String subcommand, ScriptContext script, RuleContext context) {
    String instead = CACHE.contains(subcommand) ? "apt-cache" : "apt-get";
    Slice name = command.name().slice();
    Finding finding =
        Finding.at(
            command.anchor(), name, "apt is for people at a terminal: use %s in scripts", instead);
    if (GET.contains(subcommand) || CACHE.contains(subcommand)) {
      String file = name.source().host().name();
      String path = name.text().substring(0, Math.max(0, name.text().lastIndexOf("apt")));
      finding =
          finding.withFix(
              Fix.unsafe("Use " + instead, Edit.replace(name, path + instead))
                  .declaring(
                      ModelChange.move(
                          file, command.anchor(), file, script.anchor().child(instead))));
    }
    context.report(finding);
  }
}
