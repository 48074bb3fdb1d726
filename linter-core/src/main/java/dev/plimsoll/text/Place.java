package dev.plimsoll.text;

/** A range of a file of the workspace; columns and lines come from the file's {@link LineIndex}. */
public record Place(String file, Span span) implements Comparable<Place> {

  @Override
  public int compareTo(Place other) {
    int byFile = file.compareTo(other.file);
    return byFile != 0 ? byFile : span.compareTo(other.span);
  }
}
