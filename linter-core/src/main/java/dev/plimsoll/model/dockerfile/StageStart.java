package dev.plimsoll.model.dockerfile;

import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.Anchor;

/** FROM, as a step. */
public record StageStart(Anchor anchor, Stage stage) implements Step {
  @Override
  public Instruction.From tree() {
    return stage.from();
  }
}
