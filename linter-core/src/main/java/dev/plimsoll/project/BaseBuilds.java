package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.source.FileKind;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.source.WorkspacePaths;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the builds of the project that make what a Dockerfile starts from, as Compose files in its
 * folder or in one above tell.
 */
final class BaseBuilds {

  private static final int MOST_FILES = 20;

  private final Project project;
  private final Inquiry inquiry;

  BaseBuilds(Project project, Inquiry inquiry) {
    this.project = project;
    this.inquiry = inquiry;
  }

  /** The lowest first; none where it starts from an image that is pulled, or nothing tells. */
  List<ServiceImage.Built> of(String dockerfile) {
    for (String name : files(dockerfile)) {
      Optional<ComposeFile> file = project.compose().files(inquiry).file(name);
      if (file.isPresent() && file.get().isCompose()) {
        for (ComposeSet set : new ComposeSets(project.compose(), inquiry).of(file.get())) {
          List<ServiceImage.Built> builds = in(set, dockerfile);
          if (!builds.isEmpty()) {
            return builds;
          }
        }
      }
    }
    return List.of();
  }

  private List<ServiceImage.Built> in(ComposeSet set, String dockerfile) {
    ServiceImages images = new ServiceImages(project, inquiry, set);
    for (ComposeService service : set.services()) {
      if (service.has("build")
          && images.find(service) instanceof Answer.Known<ServiceImage> image
          && image.value() instanceof ServiceImage.Built built
          && built.file().name().equals(dockerfile)
          && built.builds().size() > 1) {
        return built.builds().subList(0, built.builds().size() - 1);
      }
    }
    return List.of();
  }

  private List<String> files(String dockerfile) {
    List<String> files = new ArrayList<>();
    String at = dockerfile;
    while (!at.isEmpty()) {
      at = WorkspacePaths.parent(at);
      try {
        for (String entry : project.workspace().list(at)) {
          String name = WorkspacePaths.below(at, entry);
          if (FileKind.of(entry) == FileKind.COMPOSE
              && files.size() < MOST_FILES
              && project.workspace().kind(name) == Workspace.Kind.FILE) {
            files.add(name);
          }
        }
      } catch (IOException e) {
        inquiry.lackedContext();
      }
    }
    return files;
  }
}
