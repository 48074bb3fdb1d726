package dev.plimsoll.parse.dockerfile.tree;

/** A parser directive at the top of the file, {@code # name=value}; the name in lower case. */
public record Directive(String name, Word value, Comment comment) {}
