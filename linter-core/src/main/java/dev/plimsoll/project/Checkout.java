package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.source.FileKind;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.source.WorkspacePaths;
import dev.plimsoll.text.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a CI workflow finds in the folder in which its steps begin. */
final class Checkout {

  private static final int MOST_FILES = 100;
  private static final int LONGEST = 256 * 1024;

  /** Folders of those that deploy by something else than Compose, too. */
  private static final Set<String> OTHERS =
      Set.of("k8s", "kubernetes", "helm", "chart", "charts", "manifests", "kustomize", "argocd");

  private final Project project;
  private final Inquiry inquiry;
  private final String root;
  private final List<String> texts = new ArrayList<>();

  Checkout(Project project, Inquiry inquiry, String root) {
    this.project = project;
    this.inquiry = inquiry;
    this.root = root;
  }

  /** The texts of the Compose files of its sets, once these were asked for. */
  List<String> texts() {
    return texts;
  }

  /** The sets of the Compose files at the root of the checkout and in the folders right below. */
  List<ComposeSet> sets() {
    List<ComposeSet> sets = new ArrayList<>();
    List<String> folders = new ArrayList<>(List.of(root));
    for (String entry : list(root)) {
      String name = WorkspacePaths.below(root, entry);
      if (!entry.startsWith(".") && project.workspace().kind(name) == Workspace.Kind.DIRECTORY) {
        folders.add(name);
      }
    }
    int looked = 0;
    for (String folder : folders) {
      for (String entry : list(folder)) {
        String name = WorkspacePaths.below(folder, entry);
        if (FileKind.of(name) == FileKind.COMPOSE && looked++ < MOST_FILES) {
          add(name, sets);
        }
      }
    }
    return sets;
  }

  private void add(String name, List<ComposeSet> sets) {
    Optional<ComposeFile> file = project.compose().files(inquiry).file(name);
    if (file.isPresent() && file.get().isCompose()) {
      texts.add(file.get().source().content());
      for (ComposeSet set : new ComposeSets(project.compose(), inquiry).of(file.get())) {
        if (!sets.contains(set)) {
          sets.add(set);
        }
      }
    }
  }

  private List<String> list(String folder) {
    if (project.workspace().kind(folder) != Workspace.Kind.DIRECTORY) {
      return List.of();
    }
    try {
      return project.workspace().list(folder);
    } catch (IOException e) {
      return List.of(); // a folder that cannot be listed says nothing
    }
  }

  /** Whether the project is deployed by other means, too. */
  boolean hasOthers() {
    for (String entry : list(root)) {
      if (OTHERS.contains(entry)) {
        return true;
      }
      String name = WorkspacePaths.below(root, entry);
      if (!entry.startsWith(".") && project.workspace().kind(name) == Workspace.Kind.DIRECTORY) {
        for (String below : list(name)) {
          if (OTHERS.contains(below)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** The names of the workflows at its root and in a folder. */
  List<String> workflows(String beside) {
    List<String> names = new ArrayList<>();
    for (String folder : List.of(root, beside)) {
      for (String entry : list(folder)) {
        String name = WorkspacePaths.below(folder, entry);
        if (FileKind.of(name) == FileKind.WORKFLOW && !names.contains(name)) {
          names.add(name);
        }
      }
    }
    return names.subList(0, Math.min(names.size(), MOST_FILES));
  }

  /** The text of a file; nothing where it cannot be read. */
  Optional<SourceText> text(String name) {
    inquiry.reached(name);
    Workspace workspace = project.workspace();
    if (workspace.kind(name) != Workspace.Kind.FILE || workspace.size(name) > LONGEST) {
      return Optional.empty();
    }
    try {
      SourceFile file = workspace.read(name);
      return file.firstNul() < 0 ? Optional.of(file.text()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // what cannot be read builds nothing
    }
  }
}
