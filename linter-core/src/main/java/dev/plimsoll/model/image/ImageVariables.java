package dev.plimsoll.model.image;

import dev.plimsoll.text.Cells;
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
    String name = "\n" + reference.familiarName() + "\t";
    for (String rows : ImageVariableRows.PARTS) {
      int at = rows.indexOf(name);
      if (at >= 0) {
        List<String> cells = Cells.of(rows.substring(at + 1, rows.indexOf('\n', at + 1)));
        return Optional.of(new ImageVariables(Cells.list(cells.get(1))));
      }
    }
    return Optional.empty();
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
