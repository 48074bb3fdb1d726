package dev.plimsoll.parse.shell.tree;

import dev.plimsoll.text.Slice;

/**
 * A script within a word: {@code $(…)}, backquotes, or bash's {@code <(…)}.
 *
 * @param slice with its delimiters
 */
public record Substitution(Slice slice, Block body) {}
