package dev.plimsoll.model;

import dev.plimsoll.text.Facet;
import dev.plimsoll.text.Span;

/**
 * A facet and where it stands.
 *
 * @param span all of it, with the key before it and what it contains
 * @param keyEnd where that key ends; where there is none, the start
 * @param above the index of what contains it, or -1
 */
public record PlacedFacet(Facet facet, Span span, int keyEnd, int above) {

  public Span key() {
    return new Span(span.start(), keyEnd);
  }
}
