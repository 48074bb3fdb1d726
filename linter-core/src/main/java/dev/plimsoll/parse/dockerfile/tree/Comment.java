package dev.plimsoll.parse.dockerfile.tree;

import dev.plimsoll.text.Slice;

/**
 * A comment line from {@code #} to the end of the line.
 *
 * @param withinInstruction whether it stands between the continued lines of one
 */
public record Comment(Slice slice, boolean withinInstruction) {}
