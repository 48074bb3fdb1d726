package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.model.image.ImageReference;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the containers of a service start from. */
public sealed interface ServiceImage {

  /** What is at the bottom of it: an image that is pulled, or nothing at all. */
  default Answer<ServiceImage> root() {
    return new Answer.Known<>(this, List.of());
  }

  /** The builds that make it, the lowest first; none for one that is pulled. */
  default List<Built> builds() {
    return List.of();
  }

  /**
   * One that the project builds.
   *
   * @param service the one with the {@code build}, which may be another than the one that was asked
   *     about
   * @param file read with the arguments that the service gives to the build
   * @param stage the one that is asked for
   * @param context the folder's name in the workspace
   * @param base what the stage, or the first of those that it descends from, starts from
   */
  record Built(
      ComposeService service,
      DockerfileModel file,
      Stage stage,
      String context,
      Answer<ServiceImage> base)
      implements ServiceImage {

    @Override
    public Answer<ServiceImage> root() {
      return base instanceof Answer.Known<ServiceImage> known ? known.value().root() : base;
    }

    @Override
    public List<Built> builds() {
      List<Built> builds = new ArrayList<>();
      if (base instanceof Answer.Known<ServiceImage> known) {
        builds.addAll(known.value().builds());
      }
      builds.add(this);
      return builds;
    }
  }

  /**
   * One that others build.
   *
   * @param name as written, variables replaced; its reference is that of the default
   * @param known what is known of it
   */
  record Pulled(Value name, ImageReference reference, Optional<BaseImage> known)
      implements ServiceImage {}

  /** Nothing, the base of what is built {@code FROM scratch}. */
  record Scratch() implements ServiceImage {}
}
