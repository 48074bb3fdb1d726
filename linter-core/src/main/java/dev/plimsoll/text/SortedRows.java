package dev.plimsoll.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the rows of a name in a table that is sorted by its first column: by halves, as a process
 * looks few names up and none should read a whole table.
 */
public final class SortedRows {

  private SortedRows() {}

  /**
   * The cells of each row of a name, in the order of the table.
   *
   * @param parts of the table, in each of which a line break stands before each row and after the
   *     last
   */
  public static List<List<String>> of(String[] parts, String name) {
    List<List<String>> found = new ArrayList<>(1);
    for (String rows : parts) {
      int at = first(rows, name);
      while (at < rows.length() && compare(rows, at, name) == 0) {
        int end = rows.indexOf('\n', at);
        found.add(Cells.of(rows.substring(at, end)));
        at = end + 1;
      }
    }
    return found;
  }

  /** Where the first row begins whose name is not before a name: behind the last where none is. */
  private static int first(String rows, String name) {
    int from = 1; // behind the first line break
    int to = rows.length();
    while (from < to) {
      int middle = rows.lastIndexOf('\n', (from + to) / 2 - 1) + 1;
      if (compare(rows, middle, name) < 0) {
        from = rows.indexOf('\n', middle) + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** How the first cell of the row that begins there compares with a name. */
  private static int compare(String rows, int at, String name) {
    for (int i = 0; i < name.length(); i++) {
      char there = rows.charAt(at + i);
      if (there != name.charAt(i)) {
        return there == '\t' ? -1 : there - name.charAt(i);
      }
    }
    return rows.charAt(at + name.length()) == '\t' ? 0 : 1;
  }
}
