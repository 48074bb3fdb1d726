package dev.plimsoll.parse.shell.tree;

import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/**
 * A redirection, XCU 2.7.
 *
 * @param operator with the file descriptor before it, as written
 * @param heredoc the lines of {@code <<}; absent for other operators
 */
public record Redirection(
    Slice slice, Slice operator, ShellWord target, Optional<HereDocument> heredoc) {

  /**
   * A here-document, XCU 2.7.4.
   *
   * @param body the lines before the delimiter, with their endings
   * @param expands whether the shell expands it: no part of the delimiter was quoted
   * @param substitutions the scripts in a body that is expanded
   */
  public record HereDocument(Slice body, boolean expands, List<Substitution> substitutions) {
    public HereDocument {
      substitutions = List.copyOf(substitutions);
    }
  }
}
