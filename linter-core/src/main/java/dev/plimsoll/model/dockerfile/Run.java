package dev.plimsoll.model.dockerfile;

import dev.plimsoll.model.command.Script;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.Anchor;

/** RUN, with the script its shell reads, or one that is not read: exec form, another language. */
public record Run(Anchor anchor, Instruction.Run tree, Script script) implements Step {}
