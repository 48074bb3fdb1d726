package dev.plimsoll.text;

import java.util.Optional;

/** A range of a text: what a leaf of a tree is made of, and what a finding underlines. */
public record Slice(Text source, Span span) {

  public String text() {
    return source.content().substring(span.start(), span.end());
  }

  public Place place() {
    return new Place(source.host().name(), source.toHost(span));
  }

  /** The edit of the host file that makes this slice read {@code replacement}, or none. */
  public Optional<Text.HostEdit> replace(String replacement) {
    return source.hostEdit(span, replacement);
  }

  /** The empty slice at the end of this one: where something is appended. */
  public Slice end() {
    return new Slice(source, Span.at(span.end()));
  }

  /** The empty slice at the start of this one: where something is put before. */
  public Slice start() {
    return new Slice(source, Span.at(span.start()));
  }

  /** The part of this slice between two offsets that count from its own start. */
  public Slice part(int from, int to) {
    return new Slice(source, new Span(span.start() + from, span.start() + to));
  }

  /** The smallest slice over both, which must be slices of the same text. */
  public Slice to(Slice last) {
    if (source != last.source) {
      throw new IllegalArgumentException("slices of two texts");
    }
    return new Slice(source, span.union(last.span));
  }

  @Override
  public String toString() {
    return text();
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // a text is equal to itself alone
  public boolean equals(Object other) {
    return other instanceof Slice slice && source == slice.source && span.equals(slice.span);
  }

  @Override
  public int hashCode() {
    return 31 * source.hashCode() + span.hashCode();
  }
}
