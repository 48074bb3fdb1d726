package dev.plimsoll.parse.small.tree;

import dev.plimsoll.text.Slice;
import java.util.List;

/**
 * A command of a systemd unit.
 *
 * @param slice from its program to its last word
 * @param prefixes the characters before the program
 * @param words the program and its arguments; a name that it is given instead of its own is none
 */
public record UnitCommand(Slice slice, String prefixes, List<UnitWord> words) {

  public UnitCommand {
    words = List.copyOf(words);
  }

  /**
   * Whether the unit's user does not count for it; two exclamation marks mean nothing where the
   * kernel knows ambient capabilities, as each has since 4.3.
   */
  public boolean isPrivileged() {
    return prefixes.indexOf('+') >= 0 || (prefixes.indexOf('!') >= 0 && !prefixes.contains("!!"));
  }
}
