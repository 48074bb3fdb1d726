package dev.plimsoll.model.image;

import dev.plimsoll.text.Cells;
import dev.plimsoll.text.SortedRows;
import java.util.List;
import java.util.Optional;

/**
 * The variables that an image may set, a row of {@code image-variables.tsv}.
 *
 * @param patterns names, some with a star at their end
 */
public record ImageVariables(List<String> patterns) {

  public ImageVariables {
    patterns = List.copyOf(patterns);
  }

  /** Those of an image; empty where they are not known. */
  public static Optional<ImageVariables> of(ImageReference reference) {
    List<List<String>> rows = SortedRows.of(ImageVariableRows.PARTS, reference.familiarName());
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new ImageVariables(Cells.list(rows.get(0).get(1))));
  }

  /** Whether some version of the image sets it. */
  public boolean maySet(String variable) {
    return variable.equals("PATH") || names(variable);
  }

  /** Whether one of the patterns is that of a variable. */
  boolean names(String variable) {
    for (String pattern : patterns) {
      boolean prefix = pattern.endsWith("*");
      if (prefix
          ? variable.startsWith(pattern.substring(0, pattern.length() - 1))
          : variable.equals(pattern)) {
        return true;
      }
    }
    return false;
  }
}
