package dev.plimsoll.model.dockerfile;

import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.Anchor;

/** Any other instruction, or one that BuildKit would refuse. */
public record Plain(Anchor anchor, Instruction tree, BuildState before) implements Step {}
