package dev.plimsoll.rules.shell.permissions;

import dev.plimsoll.model.dockerfile.Base;
import dev.plimsoll.model.dockerfile.Plain;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.Value;
import java.util.Optional;

/** The USER of a stage that is in force at its end. */
record LastUser(Stage stage, Plain instruction) {

  static Optional<LastUser> of(Stage stage) {
    Optional<LastUser> last = Optional.empty();
    for (Step step : stage.steps()) {
      if (step instanceof Plain plain && plain.tree() instanceof Instruction.User) {
        last = Optional.of(new LastUser(stage, plain));
      }
    }
    return last;
  }

  /** Whether the build goes on the same without it: it was root before, and nothing runs after. */
  boolean isNeedless() {
    if (!(instruction.before().user() instanceof Value.Known before)
        || !(before.text().equals("root") || before.text().equals("0"))
        || stage.base() instanceof Base.Scratch) {
      return false;
    }
    int at = instruction.tree().slice().place().span().start();
    for (Step step : stage.steps()) {
      boolean after = step.tree().slice().place().span().start() > at;
      boolean runs =
          step instanceof Run
              || (step instanceof Plain plain && plain.tree() instanceof Instruction.Workdir);
      if (after && runs) {
        return false;
      }
    }
    return true;
  }
}
