package dev.plimsoll.rules.dockerfile.syntax;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.dockerfile.BrokenArray;
import dev.plimsoll.model.dockerfile.ContainerCommand;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.Plain;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.parse.dockerfile.tree.CommandLine;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The build succeeds, and the container starts a program whose name begins with a bracket. */
@RuleInfo(
    id = "dockerfile/invalid-json-form",
    title = "Broken JSON form falls back to a shell string",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {"tally:invalid-json-form", "sonar:S7030"})
public final class InvalidJsonForm extends DockerfileRule {

  @Override
  public void run(Run run, RuleContext context) {
    if (run.run().command() instanceof CommandLine.ShellForm line) {
      check(run.anchor(), run.run(), line.slice(), BrokenArray.Place.SCRIPT, context);
    }
  }

  @Override
  public void containerCommand(ContainerCommand command, RuleContext context) {
    if (command.line() instanceof CommandLine.ShellForm line) {
      check(command.anchor(), command.tree(), line.slice(), BrokenArray.Place.START, context);
    }
  }

  @Override
  public void copy(Copy copy, RuleContext context) {
    if (!copy.tree().sources().isEmpty()) {
      words(
          copy.anchor(), copy.tree(), copy.tree().sources().get(0), copy.tree().target(), context);
    }
  }

  @Override
  public void instruction(Plain instruction, RuleContext context) {
    if (instruction.tree() instanceof Instruction.Volume volume) {
      List<Word> paths = volume.paths();
      words(instruction.anchor(), volume, paths.get(0), paths.get(paths.size() - 1), context);
    }
  }

  /** Words of an array are texts of their own; words as written share that of their keyword. */
  @SuppressWarnings("ReferenceEquality")
  private static void words(
      Anchor anchor, Instruction tree, Word first, Word last, RuleContext context) {
    boolean written =
        first.slice().source() == tree.keyword().slice().source()
            && last.slice().source() == first.slice().source();
    if (written) {
      Slice all = first.slice().to(last.slice());
      check(anchor, tree, all, BrokenArray.Place.PATHS, context);
    }
  }

  private static void check(
      Anchor anchor,
      Instruction tree,
      Slice arguments,
      BrokenArray.Place place,
      RuleContext context) {
    Optional<BrokenArray> broken = BrokenArray.of(arguments, place);
    if (broken.isEmpty()) {
      return;
    }
    List<BrokenArray.Slip> slips = broken.get().slips();
    BrokenArray.Slip worst = slips.get(broken.get().mendable() ? 0 : slips.size() - 1);
    Finding finding =
        Finding.at(
            anchor,
            worst.slice(),
            "this %s is no JSON array and is read as %s: %s",
            tree.keyword().slice(),
            place == BrokenArray.Place.PATHS ? "plain words" : "a shell command",
            worst.fault());
    context.report(
        broken.get().mendable() ? finding.withFix(fix(anchor, broken.get(), place)) : finding);
  }

  private static Fix fix(Anchor anchor, BrokenArray broken, BrokenArray.Place place) {
    List<Edit> edits = new ArrayList<>();
    for (BrokenArray.Slip slip : broken.slips()) {
      edits.add(Edit.replace(slip.slice(), slip.mended()));
    }
    String file = broken.slips().get(0).slice().place().file();
    Fix fix =
        Fix.unsafe("Write a JSON array", edits.toArray(new Edit[0]))
            .declaring(ModelChange.of(ModelChange.Kind.CHANGE, file, anchor))
            .declaring(ModelChange.of(ModelChange.Kind.ADD, file, anchor))
            .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file, anchor));
    return place == BrokenArray.Place.PATHS
        ? fix.mayTrigger("dockerfile/*")
        : fix.mayTrigger("shell/*");
  }
}
