package dev.plimsoll.parse.dockerfile.tree;

/** A name and its value in ENV or LABEL, quotes and escapes as written. */
public record Pair(Word name, Word value) {}
