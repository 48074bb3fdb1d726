package dev.plimsoll.config;

import dev.plimsoll.text.Slice;

/**
 * What another tool's file asks to be silent about.
 *
 * @param selector of the rules, with the tool's name before it: {@code redocly:operation-tags}
 * @param pointer into the linted file, a JSON pointer as a fragment (RFC 6901, section 6), without
 *     its hash sign; empty for all of the file
 * @param origin where it says so
 */
public record PointerIgnore(String selector, String pointer, Slice origin) {}
