package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.dockerfile.Base;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.model.image.BaseImages;
import dev.plimsoll.model.image.ImageReference;
import dev.plimsoll.source.WorkspacePaths;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what services start from: what they build, what another service of the set builds under the
 * name that they give, or one of another set in the folder, what they pull.
 */
final class ServiceImages {

  private static final int DEEPEST = 32;

  private static final String SERVICE = "service:";
  private static final String IMAGE = "docker-image://";

  private final Project project;
  private final Inquiry inquiry;
  private final ComposeSet set;
  private final boolean looksAround;
  private final List<String> asked = new ArrayList<>();

  ServiceImages(Project project, Inquiry inquiry, ComposeSet set) {
    this(project, inquiry, set, true);
  }

  /**
   * @param looksAround whether other sets count, too
   */
  private ServiceImages(Project project, Inquiry inquiry, ComposeSet set, boolean looksAround) {
    this.project = project;
    this.inquiry = inquiry;
    this.set = set;
    this.looksAround = looksAround;
  }

  Answer<ServiceImage> find(ComposeService service) {
    if (asked.contains(service.name())) {
      return new Answer.Unknown<>("it is built from itself");
    }
    if (asked.size() == DEEPEST) {
      return new Answer.Unknown<>("too many builds stand on one another");
    }
    asked.add(service.name());
    Answer<ServiceImage> found = look(service);
    asked.remove(asked.size() - 1);
    return found;
  }

  private Answer<ServiceImage> look(ComposeService service) {
    if (service.has("build")) {
      Answer<ServiceBuild> build = ServiceBuild.of(set, service);
      return build instanceof Answer.Known<ServiceBuild> known
          ? built(service, known.value())
          : new Answer.Unknown<>(((Answer.Unknown<ServiceBuild>) build).reason());
    }
    Optional<Scalar> image = service.scalar("image");
    return image.isEmpty()
        ? new Answer.Unknown<>("the service names no image")
        : named(image.get().value(), image.get().slice().place());
  }

  /** The image of a name: one that the set builds before one that is pulled. */
  private Answer<ServiceImage> named(Value name, Place place) {
    if (!(name.alternatives().get(0) instanceof Value.Known known)) {
      return new Answer.Unknown<>("a variable names the image");
    }
    Optional<ImageReference> reference = ImageReference.parse(known.text());
    if (reference.isEmpty()) {
      return new Answer.Unknown<>("no image can have this name");
    }
    Optional<ComposeService> builder = builderOf(reference.get());
    if (builder.isPresent()) {
      return find(builder.get());
    }
    Optional<BaseImage> base = new BaseImages().find(reference.get());
    Answer<ServiceImage> pulled =
        new Answer.Known<>(new ServiceImage.Pulled(name, reference.get(), base), List.of(place));
    return base.isEmpty() && looksAround ? builtAround(reference.get(), pulled) : pulled;
  }

  /**
   * The image that another set in the folder builds: a file for builds and one for what runs are
   * often two.
   *
   * @param pulled where none does
   */
  private Answer<ServiceImage> builtAround(ImageReference reference, Answer<ServiceImage> pulled) {
    String folder = WorkspacePaths.parent(set.files().get(0));
    Optional<ImageBuilder> builder = project.composeBuilds().builder(folder, reference, inquiry);
    if (builder.isEmpty()) {
      return pulled;
    }
    Optional<ComposeFile> file = project.compose().files(inquiry).file(builder.get().file());
    if (file.isEmpty()) {
      return pulled;
    }
    for (ComposeSet other : new ComposeSets(project.compose(), inquiry).of(file.get())) {
      Optional<ComposeService> service = other.service(builder.get().service());
      if (other.files().equals(builder.get().files()) && service.isPresent()) {
        return new ServiceImages(project, inquiry, other, false).find(service.get());
      }
    }
    return pulled;
  }

  /** The service that builds an image under a name; those in question do not count. */
  private Optional<ComposeService> builderOf(ImageReference reference) {
    for (ComposeService service : set.building(reference)) {
      if (!asked.contains(service.name())) {
        return Optional.of(service);
      }
    }
    return Optional.empty();
  }

  private Answer<ServiceImage> built(ComposeService service, ServiceBuild build) {
    Optional<DockerfileModel> file = project.dockerfile(build, inquiry);
    if (file.isEmpty()) {
      return new Answer.Unknown<>(build.dockerfile() + " is not there or cannot be read");
    }
    Optional<Stage> stage = file.get().finalStage();
    if (build.target().isPresent()) {
      Optional<String> target = build.target().get().known();
      if (target.isEmpty()) {
        return new Answer.Unknown<>("a variable names the stage");
      }
      stage = target.get().isEmpty() ? stage : file.get().stage(target.get());
    }
    if (stage.isEmpty()) {
      return new Answer.Unknown<>("the stage is not in " + build.dockerfile());
    }
    List<Place> because = new ArrayList<>(build.places());
    because.add(stage.get().from().slice().place());
    Answer<ServiceImage> base = base(stage.get(), build);
    return new Answer.Known<>(
        new ServiceImage.Built(service, file.get(), stage.get(), build.context(), base), because);
  }

  /** What the first stage that one descends from starts from. */
  private Answer<ServiceImage> base(Stage stage, ServiceBuild build) {
    Stage first = stage;
    while (first.base() instanceof Base.OfStage parent) {
      if (isReplaced(first, build)) {
        return new Answer.Unknown<>("a context of the build takes the place of a stage");
      }
      first = parent.stage();
    }
    Optional<String> name = first.name();
    if (name.isPresent() && build.contexts().containsKey(name.get())) {
      return new Answer.Unknown<>("a context of the build takes the place of a stage");
    }
    Place place = first.from().image().slice().place();
    if (!(first.base() instanceof Base.OfImage image)) {
      return new Answer.Known<>(new ServiceImage.Scratch(), List.of(place));
    }
    Optional<Scalar> context = contextFor(image, build.contexts());
    return context.isPresent() ? given(context.get()) : named(image.name(), place);
  }

  /** Whether a context has the name of a stage, or that by which it takes another. */
  private static boolean isReplaced(Stage stage, ServiceBuild build) {
    Optional<String> own = stage.name();
    String taken = stage.from().image().text().toLowerCase(Locale.ROOT);
    return build.contexts().containsKey(taken)
        || (own.isPresent() && build.contexts().containsKey(own.get()));
  }

  /** The context that stands for an image; names are compared as those of images. */
  private static Optional<Scalar> contextFor(Base.OfImage image, Map<String, Scalar> contexts) {
    if (contexts.isEmpty() || image.reference().isEmpty()) {
      return Optional.empty();
    }
    ImageReference wanted = image.reference().get();
    for (Map.Entry<String, Scalar> entry : contexts.entrySet()) {
      Optional<ImageReference> name = ImageReference.parse(entry.getKey());
      if (name.isPresent()
          && name.get().familiarName().equals(wanted.familiarName())
          && name.get().effectiveTag().equals(wanted.effectiveTag())) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }

  private Answer<ServiceImage> given(Scalar context) {
    Optional<String> known = context.known();
    String text = known.isEmpty() ? "" : known.get();
    if (text.startsWith(SERVICE)) {
      Optional<ComposeService> service = set.service(text.substring(SERVICE.length()));
      return service.isEmpty()
          ? new Answer.Unknown<>("the service that is its base is not there")
          : find(service.get());
    }
    return text.startsWith(IMAGE)
        ? named(
            new Value.Known(text.substring(IMAGE.length()), context.slice()),
            context.slice().place())
        : new Answer.Unknown<>("a context of the build is its base");
  }
}
