package dev.plimsoll.model.dockerfile;

import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A stage whose instructions are being read. */
final class OpenStage {

  private final Anchor anchor;
  private final int index;
  private final Instruction.From from;
  private final Base base;
  private final List<Step> steps = new ArrayList<>();
  private boolean cmd;
  private Optional<Run> lastRun = Optional.empty();

  OpenStage(Anchor anchor, int index, Instruction.From from, Base base) {
    this.anchor = anchor;
    this.index = index;
    this.from = from;
    this.base = base;
  }

  void add(Step step) {
    steps.add(step);
    cmd |= step.tree() instanceof Instruction.Cmd;
    lastRun = step instanceof Run run ? Optional.of(run) : lastRun;
  }

  Anchor anchor() {
    return anchor;
  }

  /** Whether it has had a CMD of its own. */
  boolean hasCmd() {
    return cmd;
  }

  Optional<Run> lastRun() {
    return lastRun;
  }

  Optional<BaseImage> image() {
    return base.image();
  }

  Stage close(BuildState end) {
    return new Stage(anchor, index, from, base, steps, end);
  }
}
