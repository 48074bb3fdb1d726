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

  /** Whether the unit's user, and what else it says of privileges, does not count for it. */
  public boolean isPrivileged() {
    return prefixes.indexOf('+') >= 0 || prefixes.indexOf('!') >= 0;
  }
}
