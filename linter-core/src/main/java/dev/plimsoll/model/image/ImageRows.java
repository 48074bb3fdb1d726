package dev.plimsoll.model.image;

import dev.plimsoll.text.SortedRows;
import java.util.List;

/**
 * Finds the rows of an image in a table that is sorted by its first column, the familiar name of an
 * image.
 */
final class ImageRows {

  private ImageRows() {}

  /**
   * The cells of each row of an image, in the order of the table.
   *
   * @param parts of the table, in each of which a line break stands before each row and after the
   *     last
   */
  static List<List<String>> of(String[] parts, ImageReference image) {
    return of(parts, image.familiarName());
  }

  /** The same by the familiar name. */
  static List<List<String>> of(String[] parts, String name) {
    return SortedRows.of(parts, name);
  }
}
