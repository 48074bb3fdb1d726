package dev.plimsoll.parse.dockerfile.tree;

import dev.plimsoll.text.Slice;
import java.util.Optional;

/**
 * A here-document of RUN, COPY or ADD.
 *
 * @param word the word that opens it, as written
 * @param delimiter the word after {@code <<}, without quotes
 * @param fileDescriptor the number before {@code <<}, 0 if there is none
 * @param expands whether the builder or shell expands variables in it: no part of the word was
 *     quoted
 * @param stripsTabs whether it was written with {@code <<-}
 * @param body the lines before the terminator, each with its line ending
 * @param terminator the line that ends it, without its ending; absent at the end of a broken file
 */
public record Heredoc(
    String word,
    String delimiter,
    int fileDescriptor,
    boolean expands,
    boolean stripsTabs,
    Slice body,
    Optional<Slice> terminator) {

  /** From the body's first line to the end of the terminator. */
  public Slice slice() {
    return terminator.isPresent() ? body.to(terminator.get()) : body;
  }
}
