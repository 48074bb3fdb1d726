package dev.plimsoll.model.dockerfile;

import dev.plimsoll.model.command.Script;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.Anchor;

/**
 * RUN, with the script its shell reads; one in exec form, or with a heredoc, has no command in it.
 */
public record Run(Anchor anchor, Instruction.Run tree, Script script) implements Step {}
