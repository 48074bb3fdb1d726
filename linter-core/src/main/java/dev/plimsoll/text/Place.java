package dev.plimsoll.text;

/** A range of a file of the workspace; columns and lines come from the file's {@link LineIndex}. */
public record Place(String file, Span span) implements Comparable<Place> {

  @Override
  public int compareTo(Place other) {
    int byFile = file.compareTo(other.file);
    return byFile != 0 ? byFile : span.compareTo(other.span);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Place place && file.equals(place.file) && span.equals(place.span);
  }

  @Override
  public int hashCode() {
    return 31 * file.hashCode() + span.hashCode();
  }
}
