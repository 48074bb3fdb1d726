package dev.plimsoll.parse.shell.tree;

import dev.plimsoll.text.Slice;

/** A part of a word, XCU 2.2 and 2.6. */
public sealed interface WordPart {

  /** As written. */
  Slice slice();

  /** What it says once quotes are gone; for an expansion, as written. */
  String text();

  /** Characters without quotes around them; a backslash before one is gone from the text. */
  record Plain(Slice slice, String text) implements WordPart {

    /**
     * Whether a pattern character stands unescaped in it.
     *
     * @param first whether it begins the word, where a tilde expands
     */
    public boolean hasPattern(boolean first) {
      String raw = slice.text();
      for (int i = 0; i < raw.length(); i++) {
        char c = raw.charAt(i);
        if (c == '\\') {
          i++;
        } else if (c == '*' || c == '?' || c == '[' || (c == '~' && first && i == 0)) {
          return true;
        }
      }
      return false;
    }
  }

  /** Text between quotes; double quotes that hold an expansion are several parts. */
  record Quoted(Slice slice, String text, Quote quote) implements WordPart {}

  /** The kinds of quotes, XCU 2.2.2 to 2.2.4. */
  enum Quote {
    SINGLE,
    DOUBLE,
    /** {@code $'…'}; the numbers of characters in it are not undone. */
    DOLLAR_SINGLE,
    /** None, in a word that no shell reads. */
    VERBATIM
  }

  /**
   * A parameter, command or arithmetic expansion.
   *
   * @param quoted whether double quotes keep its value in one word
   */
  record Expansion(Slice slice, boolean quoted) implements WordPart {
    @Override
    public String text() {
      return slice.text();
    }
  }
}
