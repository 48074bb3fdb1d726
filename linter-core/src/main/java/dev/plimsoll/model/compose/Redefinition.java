package dev.plimsoll.model.compose;

import dev.plimsoll.text.Slice;

/**
 * Something that an included file says otherwise than the project, or than another included file.
 *
 * @param section the root key, {@code services}
 * @param place its name where the project defines it, or else what includes the second of two files
 * @param other its name in the included file
 * @param isOwn whether the project itself defines it, and wins
 */
public record Redefinition(String section, String name, Slice place, Slice other, boolean isOwn) {}
