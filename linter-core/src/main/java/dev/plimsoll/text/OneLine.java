package dev.plimsoll.text;

/** Puts a text on one line, as quotations and fingerprints have it. */
public final class OneLine {

  private OneLine() {}

  /** The text without white space at its ends, and with one space for each run of it within. */
  public static String of(String text) {
    String stripped = text.strip();
    StringBuilder line = new StringBuilder(stripped.length());
    boolean inBlank = false;
    for (int i = 0; i < stripped.length(); i++) {
      char c = stripped.charAt(i);
      boolean blank = c == ' ' || (c >= '\t' && c <= '\r');
      if (!blank) {
        line.append(c);
      } else if (!inBlank) {
        line.append(' ');
      }
      inBlank = blank;
    }
    return line.toString();
  }
}
