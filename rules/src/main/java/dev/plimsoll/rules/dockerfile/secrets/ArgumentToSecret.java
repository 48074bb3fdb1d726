package dev.plimsoll.rules.dockerfile.secrets;

import dev.plimsoll.fix.DockerfileEdits;
import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.SecretMounts;
import dev.plimsoll.model.dockerfile.Base;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Plain;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives the value of an ARG to the commands that use it as a secret instead. */
final class ArgumentToSecret {

  /** Instructions of a stage beyond which it is not mended: more than any real stage has. */
  private static final int MAX_STEPS = 500;

  private ArgumentToSecret() {}

  /**
   * The fix, or none: the builder may not know secrets as variables, or something else than the
   * RUNs of the ARG's own stage needs it.
   */
  static Optional<Fix> fix(DockerfileModel file, Plain argument, Instruction.Arg arg, String name) {
    Optional<Stage> stage =
        SecretMounts.giveVariables(file.tree()) ? stage(file, argument) : Optional.empty();
    if (arg.definitions().size() != 1
        || stage.isEmpty()
        || stage.get().steps().size() > MAX_STEPS
        || isInherited(file, stage.get())) {
      return Optional.empty();
    }
    List<Run> runs = new ArrayList<>();
    for (Step step : stage.get().steps()) {
      boolean names = !step.equals(argument) && namesVariable(step.tree().slice().text(), name);
      if (names && !(step instanceof Run run && isMendable(run) && runs.add(run))) {
        return Optional.empty();
      }
    }
    return runs.isEmpty() ? Optional.empty() : Optional.of(fix(argument, arg, name, runs));
  }

  private static Fix fix(Plain argument, Instruction.Arg arg, String name, List<Run> runs) {
    List<Edit> edits = new ArrayList<>();
    edits.add(DockerfileEdits.delete(arg));
    for (Run run : runs) {
      edits.add(SecretMounts.variable(run.run(), name));
    }
    Fix fix =
        Fix.unsafe("Pass " + name + " with a secret mount", edits.toArray(new Edit[0]))
            .declaring(
                ModelChange.of(
                    ModelChange.Kind.REMOVE, arg.slice().place().file(), argument.anchor()));
    List<Anchor> anchors = new ArrayList<>();
    for (Run run : runs) {
      if (!anchors.contains(run.anchor())) {
        anchors.add(run.anchor());
        fix = fix.changing(run.anchor());
      }
    }
    return fix;
  }

  private static boolean isMendable(Run run) {
    return !run.isTrigger() && run.script().tree().isPresent();
  }

  @SuppressWarnings("ReferenceEquality") // the very step: another may read the same
  private static Optional<Stage> stage(DockerfileModel file, Step wanted) {
    for (Stage stage : file.stages()) {
      for (Step step : stage.steps()) {
        if (step == wanted) {
          return Optional.of(stage);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isInherited(DockerfileModel file, Stage parent) {
    for (Stage stage : file.stages()) {
      if (stage.base() instanceof Base.OfStage base && base.stage().index() == parent.index()) {
        return true;
      }
    }
    return false;
  }

  /** Whether {@code $NAME} or {@code ${NAME…}} or the bare name stands in a text. */
  private static boolean namesVariable(String text, String name) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      boolean begins = at == 0 || !isNamePart(text.charAt(at - 1));
      int end = at + name.length();
      if (begins && (end == text.length() || !isNamePart(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamePart(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }
}
