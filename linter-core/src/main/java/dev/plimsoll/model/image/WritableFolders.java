package dev.plimsoll.model.image;

import dev.plimsoll.text.Cells;
import dev.plimsoll.text.SortedRows;
import java.util.List;
import java.util.Optional;

/** The table of folders that images write to while they run, {@code writable-folders.tsv}. */
public final class WritableFolders {

  private WritableFolders() {}

  /**
   * What an image needs under a read-only root file system.
   *
   * @param folders from the root, {@code /run} for {@code /var/run}
   * @param settings the file that says so; absent where none is often replaced
   */
  public record Need(List<String> folders, Optional<String> settings) {
    public Need {
      folders = List.copyOf(folders);
    }
  }

  /** Finds it; nothing where it is not known. */
  public static Optional<Need> find(ImageReference reference) {
    Optional<String> tag = reference.effectiveTag();
    for (List<String> cells : SortedRows.of(WritableFolderRows.PARTS, reference.familiarName())) {
      String tags = cells.get(1);
      if (tags.equals("*") || (tag.isPresent() && BaseImages.matches(tags, tag.get()))) {
        String settings = cells.get(3);
        return Optional.of(
            new Need(
                Cells.list(cells.get(2)),
                Cells.isEmpty(settings) ? Optional.empty() : Optional.of(settings)));
      }
    }
    return Optional.empty();
  }
}
