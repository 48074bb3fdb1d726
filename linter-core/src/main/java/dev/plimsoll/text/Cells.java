package dev.plimsoll.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes apart the rows of our tables: cells with tabs between them, of which "-" is an empty one.
 */
public final class Cells {

  private Cells() {}

  /** The cells of a row, at least one. */
  public static List<String> of(String row) {
    return split(row, '\t');
  }

  /** The items of a cell with commas between them; none in an empty one. */
  public static List<String> list(String cell) {
    return isEmpty(cell) ? List.of() : split(cell, ',');
  }

  /** What a cell says: nothing in an empty one. */
  public static String text(String cell) {
    return isEmpty(cell) ? "" : cell;
  }

  /** Whether nothing stands in a cell. */
  public static boolean isEmpty(String cell) {
    return cell.equals("-");
  }

  /** The parts of a text between separators; empty ones are parts too. */
  public static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int at = 0;
    for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, at)) {
      parts.add(text.substring(at, end));
      at = end + 1;
    }
    parts.add(text.substring(at));
    return parts;
  }
}
