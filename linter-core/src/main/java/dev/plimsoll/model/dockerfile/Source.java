package dev.plimsoll.model.dockerfile;

import dev.plimsoll.model.image.ImageReference;

/** What {@code COPY --from} and {@code RUN --mount=from=} take files out of. */
public sealed interface Source {

  /**
   * A stage of the same file, a later one too; the builder refuses a stage that comes back to
   * itself so.
   *
   * @param index 0-based
   */
  record OfStage(int index) implements Source {}

  /** An image, or a context that the build names. */
  record OfImage(ImageReference reference) implements Source {}

  /** No stage has this number, or no image can have this name. */
  record Nothing(String name) implements Source {}
}
