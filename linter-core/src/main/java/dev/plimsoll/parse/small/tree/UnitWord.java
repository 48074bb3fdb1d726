package dev.plimsoll.parse.small.tree;

import dev.plimsoll.text.Slice;
import java.util.List;

/**
 * A word of a unit's command.
 *
 * @param slice as the program gets it, quotes and escapes undone
 * @param expansions its variables and specifiers, which stand in it as written
 */
public record UnitWord(Slice slice, List<Slice> expansions) {

  public UnitWord {
    expansions = List.copyOf(expansions);
  }
}
