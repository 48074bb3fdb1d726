package dev.plimsoll.model.dockerfile;

import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.Anchor;

/** An instruction in its stage; before the first FROM the stage part of the anchor is missing. */
public sealed interface Step
    permits ContainerCommand, Copy, KeyValues, Plain, Run, StageStart, UnknownInstruction {

  /** Stage and keyword. */
  Anchor anchor();

  Instruction tree();

  /** What is in force when it runs. */
  BuildState before();
}
