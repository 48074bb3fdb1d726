package dev.plimsoll.model.image;

import dev.plimsoll.text.Cells;
import dev.plimsoll.text.SortedRows;
import java.util.List;
import java.util.Optional;

/** The table of variables whose value an image reads from a file, too: {@code secret-files.tsv}. */
public final class SecretFiles {

  private SecretFiles() {}

  /**
   * The variable that gives the image the path of a file, {@code POSTGRES_PASSWORD_FILE}; nothing
   * where it is not known to read one.
   */
  public static Optional<String> variable(ImageReference reference, String name) {
    for (List<String> cells : SortedRows.of(SecretFileRows.PARTS, reference.familiarName())) {
      if (new ImageVariables(Cells.list(cells.get(1))).names(name)) {
        return Optional.of(name + cells.get(2));
      }
    }
    return Optional.empty();
  }
}
