package dev.plimsoll.parse.shell.tree;

import dev.plimsoll.text.Slice;
import java.util.List;

/**
 * Commands joined by {@code |}, XCU 2.9.2.
 *
 * @param prefixes {@code !}, and bash's {@code time} and {@code coproc}, before the first command
 */
public record Pipeline(Slice slice, List<Slice> prefixes, List<ShellCommand> commands) {
  public Pipeline {
    prefixes = List.copyOf(prefixes);
    commands = List.copyOf(commands);
  }
}
