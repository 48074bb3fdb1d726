package dev.plimsoll.model.dockerfile;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.shell.ShellReader;
import dev.plimsoll.parse.shell.tree.Dialect;
import dev.plimsoll.parse.shell.tree.ScriptTree;
import dev.plimsoll.text.Slice;

/**
 * Reads the shell of RUN; it makes its reader at the first script, so that a file without costs
 * none.
 */
public final class ScriptSource {

  private final ShellReader[] reader = new ShellReader[1];

  public Parsed<ScriptTree> read(Slice script, Dialect dialect) {
    if (reader[0] == null) {
      reader[0] = new ShellReader();
    }
    return reader[0].read(script, dialect);
  }
}
