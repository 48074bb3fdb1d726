package dev.plimsoll.rules.shell.permissions;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Invocation;
import dev.plimsoll.model.dockerfile.Plain;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells folders that a service may own from files, and from those of the system. */
final class ServiceFolders {

  private static final Set<String> SYSTEM =
      Set.of(
          "/",
          "/home",
          "/media",
          "/mnt",
          "/opt",
          "/root",
          "/run",
          "/srv",
          "/tmp",
          "/usr",
          "/var",
          "/var/cache",
          "/var/lib",
          "/var/lock",
          "/var/log",
          "/var/mail",
          "/var/run",
          "/var/spool",
          "/var/tmp",
          "/usr/local",
          "/usr/local/share",
          "/usr/share",
          "/usr/src");

  private static final Set<String> SYSTEM_TREES =
      Set.of(
          "/bin",
          "/boot",
          "/dev",
          "/etc",
          "/lib",
          "/lib64",
          "/proc",
          "/sbin",
          "/sys",
          "/usr/bin",
          "/usr/include",
          "/usr/lib",
          "/usr/libexec",
          "/usr/local/bin",
          "/usr/local/lib",
          "/usr/local/sbin",
          "/usr/sbin");

  private ServiceFolders() {}

  /** Whether all that gets a mode is known to be a folder that the system does not need. */
  static boolean are(WideMode wide, Stage stage) {
    for (String path : wide.paths()) {
      if (!isPlain(path) || isOfSystem(path) || !(wide.isRecursive() || isFolder(path, stage))) {
        return false;
      }
    }
    return !wide.paths().isEmpty() && wide.command().isNamed("chmod");
  }

  /** Whether a service may own all of them, if they are folders. */
  static boolean mayBelong(List<String> paths) {
    for (String path : paths) {
      if (!isPlain(path) || isOfSystem(path)) {
        return false;
      }
    }
    return !paths.isEmpty();
  }

  /** Whether a shell reads it as it stands. */
  private static boolean isPlain(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letter && "/._-".indexOf(c) < 0) {
        return false;
      }
    }
    return !path.contains("/../") && !path.endsWith("/..");
  }

  private static boolean isOfSystem(String path) {
    if (SYSTEM.contains(path)) {
      return true;
    }
    for (String tree : SYSTEM_TREES) {
      if (path.equals(tree) || path.startsWith(tree + "/")) {
        return true;
      }
    }
    return false;
  }

  /** Whether the build makes it a folder. */
  private static boolean isFolder(String path, Stage stage) {
    for (Step step : stage.lineage()) {
      if (step instanceof Run run ? makes(run, path) : names(step, path)) {
        return true;
      }
    }
    return false;
  }

  private static boolean makes(Run run, String path) {
    for (Command command : run.script().commands()) {
      Optional<Invocation> mkdir =
          command.isNamed("mkdir") ? Invocation.of(command) : Optional.empty();
      if (mkdir.isPresent()) {
        for (ShellWord word : mkdir.get().operands()) {
          if (word.isLiteral() && isSame(run, new Value.Known(word.text(), word.slice()), path)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean names(Step step, String path) {
    if (step.tree() instanceof Instruction.Workdir workdir) {
      return isSame(step, step.before().valueOf(workdir.path()), path);
    }
    if (step instanceof Plain && step.tree() instanceof Instruction.Volume volume) {
      for (Word word : volume.paths()) {
        if (isSame(step, step.before().valueOf(word), path)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isSame(Step step, Value written, String path) {
    return step.before().path(written) instanceof Value.Known known && known.text().equals(path);
  }
}
