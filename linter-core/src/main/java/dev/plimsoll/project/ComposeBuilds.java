package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.image.ImageReference;
import dev.plimsoll.source.FileKind;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.source.WorkspacePaths;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which folders the Compose files of one state of the files build Dockerfiles from, and which
 * images. Each folder is listed once, and only files of Compose's names that speak of a build are
 * read.
 */
final class ComposeBuilds {

  private static final int MOST_FILES = 50;
  private static final int LONGEST = 1024 * 1024;

  private final Project project;
  private final Workspace workspace;
  private final Map<String, Found> folders = new HashMap<>();

  /** A Dockerfile and a folder that it is built from. */
  private record Use(String dockerfile, String context) {}

  /**
   * What the Compose files of a folder say.
   *
   * @param builders by the names of the images that they build
   * @param inquiry what that rests on
   */
  private record Found(Set<Use> uses, Map<String, List<ImageBuilder>> builders, Inquiry inquiry) {}

  ComposeBuilds(Project project) {
    this.project = project;
    this.workspace = project.workspace();
  }

  /**
   * The folders that Compose files in a Dockerfile's folder, or in one above, build it from; none
   * where they do not name it.
   */
  synchronized List<String> contexts(String dockerfile, Inquiry inquiry) {
    Set<String> contexts = new LinkedHashSet<>();
    String at = dockerfile;
    while (!at.isEmpty()) {
      at = WorkspacePaths.parent(at);
      Found found = in(at);
      inquiry.add(found.inquiry());
      for (Use use : found.uses()) {
        if (use.dockerfile().equals(dockerfile)) {
          contexts.add(use.context());
        }
      }
    }
    return new ArrayList<>(contexts);
  }

  /**
   * The service of a Compose file in a folder that builds an image, where all that do build it
   * alike. Sets for development and tests do not count, nor do files that are laid over others
   * there: what they build is seldom what is run elsewhere under the same name.
   */
  synchronized Optional<ImageBuilder> builder(
      String folder, ImageReference image, Inquiry inquiry) {
    if (image.digest().isPresent()) {
      return Optional.empty();
    }
    Found found = in(folder);
    inquiry.add(found.inquiry());
    List<ImageBuilder> builders = found.builders().getOrDefault(nameOf(image), List.of());
    for (ImageBuilder builder : builders) {
      if (!builder.buildsAs(builders.get(0))) {
        return Optional.empty();
      }
    }
    return builders.isEmpty() ? Optional.empty() : Optional.of(builders.get(0));
  }

  private static String nameOf(ImageReference image) {
    return image.familiarName() + ":" + image.effectiveTag().orElse("");
  }

  private Found in(String folder) {
    Found known = folders.get(folder);
    if (known == null) {
      known = read(folder);
      folders.put(folder, known);
    }
    return known;
  }

  private Found read(String folder) {
    Found found = new Found(new LinkedHashSet<>(), new HashMap<>(), new Inquiry());
    try {
      int files = 0;
      for (String entry : workspace.list(folder)) {
        if (files < MOST_FILES && FileKind.of(entry) == FileKind.COMPOSE) {
          files++;
          read(WorkspacePaths.below(folder, entry), found);
        }
      }
    } catch (IOException e) {
      return found; // a folder that cannot be listed says nothing
    }
    return found;
  }

  private void read(String name, Found found) throws IOException {
    if (workspace.kind(name) != Workspace.Kind.FILE || workspace.size(name) > LONGEST) {
      return;
    }
    found.inquiry().reached(name);
    SourceFile file = workspace.read(name);
    if (file.firstNul() >= 0 || !file.text().content().contains("build")) {
      return;
    }
    ComposeFile compose = ComposeFile.of(file.text());
    if (!compose.isCompose()) {
      return;
    }
    for (ComposeSet set : new ComposeSets(project.compose(), found.inquiry()).of(compose)) {
      boolean counts = set.role() != ComposeRole.DEVELOPMENT && set.role() != ComposeRole.TEST;
      for (ComposeService service : set.services()) {
        if (service.has("build")
            && ServiceBuild.of(set, service) instanceof Answer.Known<ServiceBuild> known
            && known.value().isSure()) {
          found.uses().add(new Use(known.value().dockerfile(), known.value().context()));
          if (counts) {
            add(new ImageBuilder(name, set.files(), service.name(), known.value()), service, found);
          }
        }
      }
    }
  }

  private static void add(ImageBuilder builder, ComposeService service, Found found) {
    Optional<Scalar> image = service.scalar("image");
    Optional<String> text = image.isEmpty() ? Optional.empty() : image.get().known();
    Optional<ImageReference> name =
        text.isEmpty() ? Optional.empty() : ImageReference.parse(text.get());
    String file = service.keySlice("build").orElse(service.key()).place().file();
    if (name.isPresent() && !file.contains(".override.")) {
      String key = nameOf(name.get());
      List<ImageBuilder> known = found.builders().get(key);
      if (known == null) {
        known = new ArrayList<>();
        found.builders().put(key, known);
      }
      known.add(builder);
    }
  }
}
