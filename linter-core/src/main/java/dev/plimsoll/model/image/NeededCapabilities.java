package dev.plimsoll.model.image;

import dev.plimsoll.text.Cells;
import dev.plimsoll.text.SortedRows;
import java.util.List;

/** The table of what images need of root's rights, {@code needed-capabilities.tsv}. */
public final class NeededCapabilities {

  private NeededCapabilities() {}

  /**
   * Those that an image needs to start as root with its own entrypoint, without prefix and in the
   * order of the alphabet; none where that is not known.
   */
  public static List<String> of(ImageReference reference) {
    for (List<String> cells : SortedRows.of(NeededCapabilityRows.PARTS, reference.familiarName())) {
      return Cells.list(cells.get(1));
    }
    return List.of();
  }
}
