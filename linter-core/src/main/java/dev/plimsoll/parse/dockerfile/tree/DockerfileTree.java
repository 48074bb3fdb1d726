package dev.plimsoll.parse.dockerfile.tree;

import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.List;

/**
 * A whole Dockerfile.
 *
 * @param escape the escape character in force: a backslash, or a backtick by directive
 * @param comments all of them, directives and those within instructions included
 * @param leaves the spans of the file's tokens, in order, without gap or overlap
 */
public record DockerfileTree(
    SourceText source,
    char escape,
    List<Directive> directives,
    List<Instruction> instructions,
    List<Comment> comments,
    List<Span> leaves) {

  public DockerfileTree {
    directives = List.copyOf(directives);
    instructions = List.copyOf(instructions);
    comments = List.copyOf(comments);
    leaves = List.copyOf(leaves);
  }

  /** The source again, from the leaves: equal to the file's text. */
  public String print() {
    StringBuilder text = new StringBuilder();
    for (Span leaf : leaves) {
      text.append(source.content(), leaf.start(), leaf.end());
    }
    return text.toString();
  }
}
