package dev.plimsoll.model.command;

import dev.plimsoll.text.Slice;
import java.util.List;

/**
 * A password that stands in a script for everybody to read, rather than come from a variable, a
 * file or a prompt.
 *
 * @param command who gets it
 * @param value quotes gone; a placeholder or an empty one too
 * @param way how it gets there: an option, a variable, the standard input
 */
public record LiteralPassword(Command command, Slice value, Way way) {

  /** How a password reaches its command. */
  public enum Way {
    ARGUMENT,
    VARIABLE,
    INPUT,
    HEADER,
    STATEMENT
  }

  /** Those of a script, in the order of its commands. */
  public static List<LiteralPassword> in(Script script) {
    return script.passwords();
  }
}
