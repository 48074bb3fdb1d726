package dev.plimsoll.model.image;

import dev.plimsoll.text.Cells;
import java.util.List;
import java.util.Optional;

/** The table of images that start as root and do not serve as root, {@code privilege-drops.tsv}. */
public final class PrivilegeDrops {

  private PrivilegeDrops() {}

  /** Whether an image sees to its user itself, as long as its entrypoint is left to it. */
  public static boolean in(ImageReference reference) {
    Optional<String> tag = reference.effectiveTag();
    String name = "\n" + reference.familiarName() + "\t";
    for (String rows : PrivilegeDropRows.PARTS) {
      for (int at = rows.indexOf(name); at >= 0; at = rows.indexOf(name, at + 1)) {
        List<String> cells = Cells.of(rows.substring(at + 1, rows.indexOf('\n', at + 1)));
        String tags = cells.get(1);
        if (tags.equals("*") || (tag.isPresent() && BaseImages.matches(tags, tag.get()))) {
          return true;
        }
      }
    }
    return false;
  }
}
