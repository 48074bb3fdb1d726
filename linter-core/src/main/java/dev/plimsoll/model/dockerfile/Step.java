package dev.plimsoll.model.dockerfile;

import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.Anchor;

/** An instruction in its stage; before the first FROM the stage part of the anchor is missing. */
public sealed interface Step
    permits Copy, KeyValues, Plain, StageScript, StageStart, UnknownInstruction {

  /** Stage and keyword. */
  Anchor anchor();

  Instruction tree();

  /** What is in force when it runs. */
  BuildState before();
}
