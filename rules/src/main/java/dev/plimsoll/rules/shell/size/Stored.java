package dev.plimsoll.rules.shell.size;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.FileAct;
import dev.plimsoll.model.command.PackageCall;
import dev.plimsoll.model.command.PackageManager;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A path that a layer holds.
 *
 * @param step the index of the step that made the layer
 * @param name what people call it
 * @param where what put it there
 */
record Stored(int step, String path, String name, Slice where) {

  Stored(int step, String path, Slice where) {
    this(step, path, path, where);
  }

  private static final String LISTS_FOLDER = "/var/lib/apt/lists";
  private static final Set<String> LISTS = Set.of("apt-get", "apt", "aptitude");

  /** What is left when a RUN is done. */
  static List<Stored> by(Run run, int step) {
    List<Stored> left = new ArrayList<>(byPackageManagers(run, step));
    for (FileAct act : FileAct.of(run)) {
      if (act.stores() && !run.isMounted(act.path())) {
        left.add(new Stored(step, act.path(), act.word()));
      } else {
        drop(left, act);
      }
    }
    return left;
  }

  /** Takes away what an act removes. */
  static void drop(List<Stored> all, FileAct act) {
    for (int i = all.size() - 1; i >= 0; i--) {
      if (act.removes(all.get(i).path())) {
        all.remove(i);
      }
    }
  }

  /** The index of apt, which most images remove by hand. */
  static List<Stored> byPackageManagers(Run run, int step) {
    List<Stored> found = new ArrayList<>();
    for (Command command : run.script().commands()) {
      Optional<PackageCall> call =
          LISTS.contains(command.program()) ? PackageCall.of(command) : Optional.empty();
      if (call.isPresent()
          && call.get().does(PackageManager.Action.REFRESH)
          && !run.isMounted(LISTS_FOLDER)) {
        found.add(
            new Stored(step, LISTS_FOLDER + "/partial", LISTS_FOLDER, command.name().slice()));
      }
    }
    return found;
  }
}
