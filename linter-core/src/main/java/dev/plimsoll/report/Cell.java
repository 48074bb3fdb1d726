package dev.plimsoll.report;

/**
 * What stands together on a screen: a character with those that join it, an escape, a mask.
 *
 * @param start of the part of the text that it stands for
 * @param end one past it
 * @param width in columns; a tab has none of its own
 */
record Cell(int start, int end, String shown, int width) {

  /** What a tab takes at most. */
  private static final int TAB = 8;

  boolean isTab() {
    return shown.equals("\t");
  }

  /** Columns to reckon with where a line is cut; joined characters cannot make it endless. */
  int room() {
    return isTab() ? TAB : Math.max(width, shown.length() / 2);
  }

  boolean touches(int from, int to) {
    return start < to && from < end;
  }

  /** The same with a joining character after it. */
  Cell joined(int character, int newEnd) {
    // U+FE0F asks for the wide, coloured form of the character before it.
    int newWidth = character == 0xfe0f ? 2 : width;
    return new Cell(start, newEnd, shown + Character.toString(character), newWidth);
  }
}
