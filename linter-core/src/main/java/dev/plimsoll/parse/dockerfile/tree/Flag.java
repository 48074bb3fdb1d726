package dev.plimsoll.parse.dockerfile.tree;

import java.util.Optional;

/** {@code --name} or {@code --name=value} before an instruction's arguments. */
public record Flag(Word name, Optional<Word> value) {}
