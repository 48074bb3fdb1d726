package dev.plimsoll.model.dockerfile;

import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.Anchor;

/**
 * One FROM.
 *
 * @param anchor its name where it has one, {@code final} for a nameless last one, else its index
 * @param index 0-based
 */
public record Stage(Anchor anchor, int index, Instruction.From from) {}
