package dev.plimsoll.model.dockerfile;

import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.model.image.ImageReference;
import dev.plimsoll.text.Value;
import java.util.Optional;

/** What a stage starts from; where an ARG may replace it, its default. */
public sealed interface Base {

  /** The first thing that it descends from: an image, or nothing. */
  default Base root() {
    return this;
  }

  /** What is known of the image that it is or descends from. */
  default Optional<BaseImage> image() {
    return root() instanceof OfImage image ? image.known() : Optional.empty();
  }

  /**
   * An earlier stage of the same file.
   *
   * @param root that of the stage's own base
   */
  record OfStage(Stage stage, Base root) implements Base {
    OfStage(Stage stage) {
      this(stage, stage.base().root());
    }
  }

  /** {@code FROM scratch}: nothing. */
  record Scratch() implements Base {}

  /**
   * An image.
   *
   * @param name as FROM gives it, variables replaced
   * @param reference absent where the name is unknown, or one that the builder would refuse
   * @param known absent where nothing is known of the image
   */
  record OfImage(Value name, Optional<ImageReference> reference, Optional<BaseImage> known)
      implements Base {}
}
