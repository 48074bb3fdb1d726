package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.dockerfile.Base;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.ImageUse;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.image.ImageReference;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which images of a Compose set are built from which others of it. Defaults count. */
public final class BuildGraph {

  private static final String SERVICE = "service:";

  private final Project project;
  private final Inquiry inquiry;
  private final ComposeSet set;
  private final Map<String, ComposeService> builders = new HashMap<>();
  private final List<BuildEdge> edges = new ArrayList<>();

  BuildGraph(Project project, Inquiry inquiry, ComposeSet set) {
    this.project = project;
    this.inquiry = inquiry;
    this.set = set;
    List<ComposeService> built = new ArrayList<>();
    for (ComposeService service : set.services()) {
      if (service.has("build")) {
        built.add(service);
        Optional<String> name = imageOf(service);
        if (name.isPresent()) {
          builders.putIfAbsent(name.get(), service);
        }
      }
    }
    for (ComposeService service : built) {
      addEdges(service, built.size() > 1);
    }
  }

  /** All of them, in the order of the services that are built. */
  public List<BuildEdge> edges() {
    return edges;
  }

  /** Those to the images that a service's build takes something from. */
  public List<BuildEdge> below(ComposeService service) {
    List<BuildEdge> found = new ArrayList<>();
    for (BuildEdge edge : edges) {
      if (edge.built().name().equals(service.name())) {
        found.add(edge);
      }
    }
    return found;
  }

  /** Those from the images that take something from a service's. */
  public List<BuildEdge> above(ComposeService service) {
    List<BuildEdge> found = new ArrayList<>();
    for (BuildEdge edge : edges) {
      if (edge.base().name().equals(service.name())) {
        found.add(edge);
      }
    }
    return found;
  }

  /** The service that builds the image of a name. */
  public Optional<ComposeService> builderOf(String image) {
    Optional<ImageReference> reference = ImageReference.parse(image);
    return reference.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(builders.get(contextName(reference.get())));
  }

  /** The name under which a service's build leaves its image; nothing where nobody says it. */
  private Optional<String> imageOf(ComposeService service) {
    Optional<Scalar> image = service.scalar("image");
    Optional<String> name = image.isEmpty() ? ownName(service) : image.get().known();
    Optional<ImageReference> reference =
        name.isEmpty() ? Optional.empty() : ImageReference.parse(name.get());
    return reference.isEmpty() ? Optional.empty() : Optional.of(contextName(reference.get()));
  }

  /** What Compose calls an image that has no name, where the project has one. */
  private Optional<String> ownName(ComposeService service) {
    return set.model().isPresent()
            && set.model().get().find("name").isPresent()
            && set.model().get().find("name").get() instanceof Scalar name
            && name.known().isPresent()
        ? Optional.of(name.known().get() + "-" + service.name())
        : Optional.empty();
  }

  /** As the builder compares the names of contexts with those of images. */
  private static String contextName(ImageReference reference) {
    Optional<String> tag = reference.effectiveTag();
    String name = reference.familiarName();
    if (tag.isPresent() && !tag.get().equals("latest")) {
      name += ":" + tag.get();
    }
    return reference.digest().isPresent() ? name + "@" + reference.digest().get() : name;
  }

  private void addEdges(ComposeService service, boolean hasOthers) {
    if (!(ServiceBuild.of(set, service) instanceof Answer.Known<ServiceBuild> known)) {
      return;
    }
    Set<String> given = new HashSet<>();
    for (Map.Entry<String, Scalar> entry : known.value().contexts().entrySet()) {
      Optional<ImageReference> name = ImageReference.parse(entry.getKey());
      given.add(name.isEmpty() ? entry.getKey() : contextName(name.get()));
      addContext(service, entry.getKey(), entry.getValue());
    }
    if (hasOthers) {
      addImages(service, known.value(), given);
    }
  }

  private void addContext(ComposeService service, String name, Scalar value) {
    String text = value.known().orElse("");
    Optional<ComposeService> base =
        text.startsWith(SERVICE) ? set.service(text.substring(SERVICE.length())) : Optional.empty();
    if (base.isPresent() && !base.get().name().equals(service.name())) {
      edges.add(
          new BuildEdge(
              service, base.get(), value.slice(), name, BuildEdge.Kind.CONTEXT, isFixed(value)));
    }
  }

  private static boolean isFixed(Scalar value) {
    return value.fixed().isPresent();
  }

  private void addImages(ComposeService service, ServiceBuild build, Set<String> given) {
    Optional<DockerfileModel> read = project.dockerfile(build, inquiry);
    if (read.isPresent()) {
      Optional<Stage> stage = target(read.get(), build);
      if (stage.isPresent()) {
        addImages(service, build, read.get(), stage.get(), given);
      }
    }
  }

  private void addImages(
      ComposeService service,
      ServiceBuild build,
      DockerfileModel file,
      Stage stage,
      Set<String> given) {
    for (ImageUse use : file.imagesFor(stage)) {
      String name = contextName(use.reference());
      ComposeService base = builders.get(name);
      if (base != null
          && !base.name().equals(service.name())
          && !imageOf(service).equals(Optional.of(name))
          && given.add(name)) {
        boolean isSure = build.isSure() && isSure(use.word(), file);
        edges.add(new BuildEdge(service, base, use.word(), name, BuildEdge.Kind.IMAGE, isSure));
      }
    }
  }

  /** Whether the image of a FROM is the same in each build. */
  private static boolean isSure(Slice word, DockerfileModel file) {
    for (Stage stage : file.stages()) {
      if (stage.from().image().slice().equals(word)) {
        return stage.base() instanceof Base.OfImage image
            && image.name().alternatives().size() == 1;
      }
    }
    return true;
  }

  private static Optional<Stage> target(DockerfileModel file, ServiceBuild build) {
    if (build.target().isEmpty()) {
      return file.finalStage();
    }
    Optional<String> name = build.target().get().known();
    return name.isEmpty() ? Optional.empty() : file.stage(name.get());
  }
}
