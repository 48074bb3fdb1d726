package dev.plimsoll.parse.dockerfile.tree;

import dev.plimsoll.text.Slice;

/**
 * A here-document of RUN, COPY or ADD.
 *
 * @param delimiter the word after {@code <<}, without quotes
 * @param expands whether the builder or shell expands variables in it: no part of the word was
 *     quoted
 * @param stripsTabs whether it was written with {@code <<-}
 * @param body the lines before the terminator, each with its line ending
 */
public record Heredoc(String delimiter, boolean expands, boolean stripsTabs, Slice body) {}
