package dev.plimsoll.parse.shell.tree;

import dev.plimsoll.text.Slice;
import java.util.List;

/**
 * A script.
 *
 * @param comments from {@code #} to the end of the line, those within substitutions included
 */
public record ScriptTree(Slice slice, Dialect dialect, Block body, List<Slice> comments) {
  public ScriptTree {
    comments = List.copyOf(comments);
  }
}
