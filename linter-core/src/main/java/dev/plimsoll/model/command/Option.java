package dev.plimsoll.model.command;

import dev.plimsoll.text.Slice;
import java.util.Optional;

/**
 * An option of a command.
 *
 * @param name without dashes
 * @param slice the name as written, with dashes where it has some of its own
 * @param value after an equals sign, joined to a letter, or the next word; quotes gone
 */
public record Option(String name, Slice slice, Optional<Slice> value) {}
