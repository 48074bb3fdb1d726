package dev.plimsoll.text;

/**
 * One statement of a judged model: what it says under an address. Two models are equal when their
 * facets are, in order; spelling that means the same has the same facets.
 *
 * @param content the normalised meaning, never shown to people: it may hold secrets
 */
public record Facet(Anchor anchor, String content) {}
