package dev.plimsoll.rules.compose.storage;

import dev.plimsoll.model.command.FileAct;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.project.HostMount;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import dev.plimsoll.rules.shell.permissions.HostScripts;

/** A volume has its own files: what lies under the same path on the host is another place. */
@RuleInfo(
    id = "compose/provisioned-path-not-mounted",
    title = "Provisioned host files never reach the container",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT)
public final class ProvisionedPathNotMounted extends ShellRule {

  @Override
  public void script(ScriptContext script, RuleContext context) {
    for (FileAct act : FileAct.of(script)) {
      if (isWrite(act)
          && act.word().text().startsWith("/")
          && isDeep(act.path())
          && HostScripts.isOne(script, act.path(), context)) {
        check(act, context);
      }
    }
  }

  private static boolean isWrite(FileAct act) {
    return act.kind() != FileAct.Kind.REMOVE && act.command().host().isEmpty();
  }

  private static boolean isDeep(String path) {
    return path.indexOf('/', 1) > 0 && !path.startsWith("/tmp/") && !path.startsWith("/var/log/");
  }

  private static void check(FileAct act, RuleContext context) {
    String script = act.word().place().file();
    for (HostMount volume : context.compose().volumesAt(script, act.path())) {
      if (isDeep(volume.mount().target().text())) { // /data is the path of many
        context.report(
            Finding.at(
                    act.command().anchor(),
                    act.word(),
                    "%s is made on the host, but %s has a volume at %s and never sees it",
                    act.word(),
                    volume.service().name(),
                    volume.mount().target().value())
                .related(volume.mount().slice(), "this is mounted instead"));
        return;
      }
    }
  }
}
