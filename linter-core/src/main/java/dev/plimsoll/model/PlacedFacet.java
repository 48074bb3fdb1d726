package dev.plimsoll.model;

import dev.plimsoll.text.Facet;
import dev.plimsoll.text.Span;

/**
 * A facet and where it stands.
 *
 * @param span all of it, with the key before it and what it contains
 * @param keyEnd where that key ends; where there is none, the start
 * @param isBlock whether it is text that its indentation and the lines behind it tell
 * @param above the index of what contains it, or -1
 */
public record PlacedFacet(Facet facet, Span span, int keyEnd, boolean isBlock, int above) {

  public Span key() {
    return new Span(span.start(), keyEnd);
  }
}
