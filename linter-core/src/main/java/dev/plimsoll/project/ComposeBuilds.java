package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.source.FileKind;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which folders the Compose files of one state of the files build Dockerfiles from. Each folder is
 * listed once, and only files of Compose's names that speak of a build are read.
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
   * @param inquiry what that rests on
   */
  private record Found(Set<Use> uses, Inquiry inquiry) {}

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
      Found found = folders.get(at);
      if (found == null) {
        found = read(at);
        folders.put(at, found);
      }
      inquiry.add(found.inquiry());
      for (Use use : found.uses()) {
        if (use.dockerfile().equals(dockerfile)) {
          contexts.add(use.context());
        }
      }
    }
    return new ArrayList<>(contexts);
  }

  private Found read(String folder) {
    Found found = new Found(new LinkedHashSet<>(), new Inquiry());
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
      for (ComposeService service : set.services()) {
        Optional<Use> use = service.has("build") ? use(set, service) : Optional.empty();
        if (use.isPresent()) {
          found.uses().add(use.get());
        }
      }
    }
  }

  private static Optional<Use> use(ComposeSet set, ComposeService service) {
    return ServiceBuild.of(set, service) instanceof Answer.Known<ServiceBuild> known
            && known.value().isSure()
        ? Optional.of(new Use(known.value().dockerfile(), known.value().context()))
        : Optional.empty();
  }
}
