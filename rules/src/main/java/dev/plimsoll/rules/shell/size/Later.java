package dev.plimsoll.rules.shell.size;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.PackageCall;
import dev.plimsoll.model.command.PackageManager.Action;
import dev.plimsoll.model.dockerfile.Base;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import java.util.Optional;
import java.util.Set;

/** The steps that run on what a step has left. */
record Later(DockerfileModel file, Stage stage, Run run) {

  private static final Set<String> APT = Set.of("apt-get", "apt", "aptitude");

  /** Whether one of them installs with apt and does not fetch the package lists itself. */
  @SuppressWarnings("ReferenceEquality") // the very step: another may read the same
  boolean needsLists() {
    boolean after = false;
    for (Step step : stage.steps()) {
      if (after && step instanceof Run other && needsLists(other)) {
        return true;
      }
      after |= step == run;
    }
    for (Stage child : file.stages()) {
      if (child.index() > stage.index() && descends(child)) {
        for (Step step : child.steps()) {
          if (step instanceof Run other && needsLists(other)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean descends(Stage child) {
    Base base = child.base();
    while (base instanceof Base.OfStage parent) {
      if (parent.stage().index() == stage.index()) {
        return true;
      }
      base = parent.stage().base();
    }
    return false;
  }

  private static boolean needsLists(Run run) {
    for (Command command : run.script().commands()) {
      Optional<PackageCall> call = PackageCall.of(command);
      if (call.isPresent() && APT.contains(call.get().manager().name())) {
        if (call.get().does(Action.REFRESH)) {
          return false;
        }
        if (call.get().does(Action.INSTALL) || call.get().does(Action.UPGRADE)) {
          return true;
        }
      }
    }
    return false;
  }
}
