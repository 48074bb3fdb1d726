package dev.plimsoll.model.command;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.shell.ShellReader;
import dev.plimsoll.parse.shell.tree.Dialect;
import dev.plimsoll.parse.shell.tree.ScriptTree;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.List;

/**
 * Reads scripts and finds their commands. The shell reader is made for the first script, so that a
 * file without costs none. Not safe for use by several threads.
 */
public final class ScriptReader {

  private final ShellReader[] reader = new ShellReader[1];

  /** Reads a script that a shell runs. */
  public Script read(Anchor anchor, Slice script, Dialect dialect, Shells shells) {
    Parsed<ScriptTree> parsed = tree(script, dialect);
    CommandFinder finder = new CommandFinder(anchor, this, shells);
    finder.script(parsed);
    return finder.found(script, parsed.tree());
  }

  /**
   * Reads a program and its arguments that are started without a shell, and the script that they
   * give to one.
   *
   * @param whole all of them, as written
   * @param words verbatim ones
   */
  public Script read(Anchor anchor, Slice whole, List<ShellWord> words, Shells shells) {
    CommandFinder finder = new CommandFinder(anchor, this, shells);
    finder.words(whole, words);
    return finder.found(whole);
  }

  Parsed<ScriptTree> tree(Slice script, Dialect dialect) {
    if (reader[0] == null) {
      reader[0] = new ShellReader();
    }
    return reader[0].read(script, dialect);
  }
}
