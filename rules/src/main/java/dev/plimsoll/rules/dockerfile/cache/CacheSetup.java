package dev.plimsoll.rules.dockerfile.cache;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.ShellEdits;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.PackageCall;
import dev.plimsoll.model.command.PackageManager.Action;
import dev.plimsoll.model.dockerfile.CacheUse;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.shell.tree.ScriptTree;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/** What the managers of a system must be told before a mount keeps their packages. */
final class CacheSetup {

  private CacheSetup() {}

  /** Tells the manager to keep what it fetches, unless a step before has. */
  static void prepare(CacheUse use, List<Edit> edits) {
    switch (use.manager().family()) {
      case "apt-get" -> {
        if (!isPrepared(use, "docker-clean")) {
          before(use, "rm -f /etc/apt/apt.conf.d/docker-clean", edits);
        }
      }
      case "apk" -> {
        if (!isPrepared(use, "/etc/apk/cache")) {
          before(use, "ln -snf /var/cache/apk /etc/apk/cache", edits);
        }
      }
      case "dnf", "yum" -> keep(use, edits);
      default -> {
        // it keeps what it fetches
      }
    }
  }

  /** Whether this RUN or one before has a text in it. */
  static boolean isPrepared(CacheUse use, String text) {
    for (Step step : use.stage().stepsBefore(use.run())) {
      if (step instanceof Run run && run.script().slice().text().contains(text)) {
        return true;
      }
    }
    boolean mounted = use.run().run().slice().text().contains(text);
    return mounted || use.run().script().slice().text().contains(text);
  }

  private static void before(CacheUse use, String command, List<Edit> edits) {
    Optional<ScriptTree> tree = use.run().script().tree();
    for (Command first : use.run().script().commands()) {
      Optional<PackageCall> call = PackageCall.of(first);
      if (call.isPresent() && call.get().manager().family().equals(use.manager().family())) {
        boolean sudo =
            !first.wrappers().isEmpty() && first.wrappers().get(0).name().text().equals("sudo");
        edits.add(
            tree.isEmpty()
                ? new Edit.Impossible("no shell runs it")
                : ShellEdits.insertCommandBefore(
                    tree.get(), first.slice(), (sudo ? "sudo " : "") + command));
        return;
      }
    }
  }

  private static void keep(CacheUse use, List<Edit> edits) {
    if (isPrepared(use, "keepcache")) {
      return;
    }
    for (Command command : use.run().script().commands()) {
      Optional<PackageCall> call = PackageCall.of(command);
      if (call.isPresent()
          && call.get().manager().family().equals(use.manager().family())
          && (call.get().does(Action.INSTALL) || call.get().does(Action.UPGRADE))) {
        Slice name = command.name().slice();
        edits.add(Edit.insertAfter(name, " --setopt=keepcache=1"));
      }
    }
  }
}
