package dev.plimsoll.rules.shell.permissions;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.project.HostMount;
import dev.plimsoll.project.ServiceUser;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/** The container writes to a folder of the host by its number, so another owner shuts it out. */
@RuleInfo(
    id = "shell/chown-uid-mismatch",
    title = "Owner differs from the container's user",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class ChownUidMismatch extends ShellRule {

  @Override
  public void command(Command command, ScriptContext script, RuleContext context) {
    Optional<HostOwner> owner = HostOwner.of(command, script, context);
    if (owner.isEmpty()) {
      return;
    }
    Optional<HostMount> other = owner.get().other(context);
    Optional<ServiceUser> user =
        other.isEmpty() ? Optional.empty() : HostOwner.userOf(other.get(), context);
    if (user.isEmpty() || isOpen(owner.get(), script)) {
      return;
    }
    Slice word = owner.get().word();
    int uid = user.get().uid().orElseThrow();
    int gid = user.get().gid().orElse(uid);
    String instead = word.text().indexOf(':') < 0 ? "" + uid : uid + ":" + gid;
    context.report(
        Finding.at(
                command.anchor(),
                word,
                "%s is given to %s, but service %s, which mounts it, runs as uid %s",
                owner.get().path(),
                word,
                other.orElseThrow().service().name(),
                uid)
            .related(other.orElseThrow().mount().slice(), "it is mounted here")
            .withFix(
                Fix.unsafe("Give it to " + instead, Edit.replace(word, instead))
                    .changing(command.anchor())));
  }

  /** Whether the script lets everybody write there. */
  private static boolean isOpen(HostOwner owner, ScriptContext script) {
    for (Command each : script.script().commands()) {
      if (each.isNamed("chmod") && each.slice().text().contains(owner.path().text())) {
        String text = each.slice().text();
        if (text.contains("777") || text.contains("o+w") || text.contains("a+w")) {
          return true;
        }
      }
    }
    return false;
  }
}
