package dev.plimsoll.model.dockerfile;

import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.Anchor;

/** A line that begins with no known keyword. */
public record UnknownInstruction(Anchor anchor, Instruction.Unknown tree, BuildState before)
    implements Step {}
