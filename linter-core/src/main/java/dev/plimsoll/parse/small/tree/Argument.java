package dev.plimsoll.parse.small.tree;

import dev.plimsoll.text.Slice;
import java.util.List;

/**
 * A word that a program gets without a shell in between.
 *
 * @param slice as the program gets it, quotes and escapes undone
 * @param expansions its variables, which stand in it as written
 */
public record Argument(Slice slice, List<Slice> expansions) {

  public Argument {
    expansions = List.copyOf(expansions);
  }
}
