package dev.plimsoll.parse.small.tree;

import dev.plimsoll.text.Slice;

/**
 * A line of a Makefile's recipe, continued lines joined to it: one script.
 *
 * @param target what the rule makes, as written
 * @param script as the shell gets it; an unknown parameter stands for each reference of make's
 * @param hasReferences whether make puts something in before the shell reads it
 */
public record Recipe(Slice target, Slice script, boolean hasReferences) {}
