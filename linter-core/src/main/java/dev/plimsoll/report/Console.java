package dev.plimsoll.report;

import java.util.OptionalInt;

/**
 * What the reader's screen can do.
 *
 * @param columns how wide it is, where that is known
 */
public record Console(Look look, OptionalInt columns) {

  /** No screen at all: a file, a pipe. */
  public static final Console FILE = new Console(Look.PLAIN, OptionalInt.empty());

  /** Which escape sequences it is sent. */
  public enum Look {
    PLAIN,
    COLOUR,
    /** Rule ids are links to their pages. */
    LINKS,
    COLOUR_AND_LINKS;

    boolean hasColour() {
      return this == COLOUR || this == COLOUR_AND_LINKS;
    }

    boolean hasLinks() {
      return this == LINKS || this == COLOUR_AND_LINKS;
    }
  }
}
