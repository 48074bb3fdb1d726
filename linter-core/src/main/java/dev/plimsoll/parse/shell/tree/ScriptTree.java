package dev.plimsoll.parse.shell.tree;

import dev.plimsoll.text.Slice;
import java.util.List;

/** What was read of a script. */
public sealed interface ScriptTree {

  Slice slice();

  /** Simple commands in the order of the text, whatever operators join them. */
  record Commands(Slice slice, List<SimpleCommand> commands) implements ScriptTree {
    public Commands {
      commands = List.copyOf(commands);
    }
  }

  /** Not read, and no rule judges it. */
  record Unknown(Slice slice, String reason) implements ScriptTree {}
}
