package dev.plimsoll.rules.shell.secrets;

import dev.plimsoll.fix.DockerfileEdits;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.text.Value;
import java.util.List;

/**
 * Where a program keeps the credentials it was given.
 *
 * @param folder below the home folder, without a slash at either end
 * @param isOwn whether nothing else lies in that folder, so that a mount may hide it
 */
record CredentialStore(String folder, boolean isOwn) {

  /** Commands after a login among which one may undo it: more than any real script has. */
  private static final int MAX_LOOK = 200;

  /** Whether what is written there stays out of the image, or is gone at the end of the layer. */
  boolean isGone(ScriptContext script, Command writer) {
    if (script.isMounted(home(script) + "/" + folder)) {
      return true;
    }
    List<Command> commands = script.script().commands();
    int next = after(commands, writer);
    int end = Math.min(commands.size(), next + MAX_LOOK);
    for (int i = next; i < end; i++) {
      if (removes(commands.get(i), writer.program())) {
        return true;
      }
    }
    return false;
  }

  @SuppressWarnings("ReferenceEquality") // the very command: another may read the same
  private static int after(List<Command> commands, Command writer) {
    for (int i = 0; i < commands.size(); i++) {
      if (commands.get(i) == writer) {
        return i + 1;
      }
    }
    return commands.size();
  }

  /** The home folder of whoever runs the script; who that is may be unknown, and mostly is root. */
  private static String home(ScriptContext script) {
    return script.user() instanceof Value.Unknown || isRoot(script) ? "/root" : "~";
  }

  private static boolean isRoot(ScriptContext script) {
    if (!(script.user() instanceof Value.Known known)) {
      return false;
    }
    String user = known.text();
    int colon = user.indexOf(':');
    String name = colon < 0 ? user : user.substring(0, colon);
    return name.equals("root") || name.equals("0");
  }

  private boolean removes(Command command, String program) {
    boolean deletes =
        command.isNamed("rm") || command.isNamed("unlink") || command.isNamed("shred");
    boolean same = command.isNamed(program);
    for (ShellWord word : command.arguments()) {
      String text = word.text();
      if (deletes && text.contains(lastPart())) {
        return true;
      }
      if (same
          && (text.equals("logout")
              || text.equals("revoke")
              || text.startsWith("--unset")
              || text.equals("--remove-section")
              || text.equals("delete"))) {
        return true;
      }
    }
    return false;
  }

  private String lastPart() {
    return folder.substring(folder.lastIndexOf('/') + 1);
  }

  /** The finding with a mount that keeps the folder out of the layer, where that can help. */
  Finding withMount(Finding finding, ScriptContext script, Command writer) {
    List<Command> commands = script.script().commands();
    boolean isLast = after(commands, writer) >= commands.size();
    if (!isOwn
        || isLast
        || commands.size() > MAX_LOOK
        || !(script instanceof Run run)
        || run.isTrigger()
        || run.script().tree().isEmpty()
        || !isRoot(script)) {
      return finding;
    }
    String flag = "--mount=type=tmpfs,target=/root/" + folder;
    return finding.withFix(
        Fix.unsafe("Keep ~/" + folder + " in memory", DockerfileEdits.addFlag(run.run(), flag))
            .changing(run.anchor()));
  }
}
