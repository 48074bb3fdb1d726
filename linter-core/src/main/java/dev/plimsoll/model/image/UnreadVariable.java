package dev.plimsoll.model.image;

import dev.plimsoll.text.Cells;
import dev.plimsoll.text.SortedRows;
import java.util.List;
import java.util.Optional;

/**
 * A variable that looks as if an image read it, a row of {@code unread-variables.tsv}.
 *
 * @param program whose command line takes the setting; empty where a variable does
 * @param instead the option, with an equals sign at its end where its value is joined to it, or the
 *     variable that the image does read; empty where there is neither
 */
public record UnreadVariable(String program, String instead) {

  /** What is known of a variable of an image; nothing where the image may read it. */
  public static Optional<UnreadVariable> of(ImageReference reference, String variable) {
    for (List<String> cells : SortedRows.of(UnreadVariableRows.PARTS, reference.familiarName())) {
      if (cells.get(1).equals(variable)) {
        return Optional.of(new UnreadVariable(Cells.text(cells.get(2)), Cells.text(cells.get(3))));
      }
    }
    return Optional.empty();
  }
}
