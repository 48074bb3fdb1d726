package dev.plimsoll.model.dockerfile;

import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.Anchor;

/**
 * FROM, as a step.
 *
 * @param index that of its stage
 * @param before what is in force for FROM itself: the arguments before the first one
 */
public record StageStart(Anchor anchor, Instruction.From tree, int index, BuildState before)
    implements Step {}
