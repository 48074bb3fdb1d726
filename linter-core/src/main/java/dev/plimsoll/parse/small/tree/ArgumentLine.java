package dev.plimsoll.parse.small.tree;

import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/**
 * A command line once it is cut into words.
 *
 * @param dropped what stands from an operator on, which no program gets
 * @param isRefused whether it is cut into nothing, for a quote or a parenthesis that is not closed
 */
public record ArgumentLine(List<Argument> words, Optional<Slice> dropped, boolean isRefused) {

  public ArgumentLine {
    words = List.copyOf(words);
  }
}
