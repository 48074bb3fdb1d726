package dev.plimsoll.model.command;

import dev.plimsoll.text.Slice;
import java.util.List;

/**
 * What a command is seen to do to a path: only what its words say, so a file that a program writes
 * by itself is not among it.
 *
 * @param word the word that names the path, or the file whose name the path takes
 * @param path whole, from the root; a variable that is set around the script counts by its default
 */
public record FileAct(Command command, Slice word, String path, Kind kind) {

  /** What is done. */
  public enum Kind {
    /** Fetched from elsewhere to this file. */
    DOWNLOAD,
    /** Fetched from elsewhere into this folder. */
    CLONE,
    /** Written or made in another way. */
    WRITE,
    /** Deleted with all below it, or moved away; stars may stand in the last segment. */
    REMOVE
  }

  /** Those of a script's commands, in the order of the text. */
  public static List<FileAct> of(ScriptContext script) {
    return script.script().acts(script);
  }

  /** Whether this removes what stands at a path. */
  public boolean removes(String other) {
    if (kind != Kind.REMOVE) {
      return false;
    }
    int slash = path.lastIndexOf('/');
    String last = path.substring(slash + 1);
    int star = last.indexOf('*');
    if (star < 0) {
      return other.equals(path) || other.startsWith(path + "/");
    }
    String above = path.substring(0, slash + 1);
    if (!other.startsWith(above)) {
      return false;
    }
    int end = other.indexOf('/', above.length());
    String name = other.substring(above.length(), end < 0 ? other.length() : end);
    String head = last.substring(0, star);
    String tail = last.substring(star + 1);
    return tail.indexOf('*') < 0
        && !name.startsWith(".")
        && name.length() >= head.length() + tail.length()
        && name.startsWith(head)
        && name.endsWith(tail);
  }

  /** Whether it leaves something at its path. */
  public boolean stores() {
    return kind != Kind.REMOVE;
  }
}
