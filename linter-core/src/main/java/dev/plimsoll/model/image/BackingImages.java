package dev.plimsoll.model.image;

import dev.plimsoll.text.Cells;
import dev.plimsoll.text.SortedRows;
import java.util.List;
import java.util.Optional;

/**
 * The table of images that applications rely on, {@code backing-images.tsv}: databases, caches,
 * brokers, and what stands before them (the backing services of the Twelve-Factor App).
 */
public final class BackingImages {

  private BackingImages() {}

  /**
   * Finds what an image serves.
   *
   * @return nothing where it is not known; another's build of an official image is known by its
   *     name, and its folders are not
   */
  public static Optional<BackingImage> find(ImageReference reference) {
    Optional<BackingImage> own = row(reference.familiarName(), reference);
    if (own.isPresent()) {
      return own;
    }
    String path = reference.path();
    Optional<BackingImage> official = row(path.substring(path.lastIndexOf('/') + 1), reference);
    return official.isEmpty() ? official : Optional.of(official.get().withoutFolders());
  }

  private static Optional<BackingImage> row(String image, ImageReference reference) {
    List<List<String>> rows = SortedRows.of(BackingImageRows.PARTS, image);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<String> cells = rows.get(0);
    return Optional.of(
        new BackingImage(
            cells.get(1),
            BackingImage.Kind.of(cells.get(2)),
            Cells.list(cells.get(3)),
            DataFolders.of(cells.get(1), Cells.list(cells.get(4)), reference),
            Cells.isEmpty(cells.get(5)) ? Optional.empty() : Optional.of(cells.get(5))));
  }
}
