package dev.plimsoll.project;

import dev.plimsoll.source.Workspace;
import dev.plimsoll.source.WorkspacePaths;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A command that starts Compose, and the files it means.
 *
 * @param from the folder in which it runs
 * @param files by their names in the workspace
 */
record StartedFiles(StartCommand command, String from, List<String> files) {

  StartedFiles {
    files = List.copyOf(files);
  }

  /**
   * The files of a command, which are there as seen from one folder: the script's own, one above
   * it, or one to which it goes.
   *
   * @return nothing where they are in several of these, or in none
   */
  static Optional<StartedFiles> of(StartCommand command, Workspace workspace) {
    Set<String> found = new LinkedHashSet<>();
    boolean isNearest = true;
    String at = WorkspacePaths.parent(command.script());
    while (true) {
      for (String each : command.folders()) {
        Optional<String> folder = WorkspacePaths.resolve(at, each);
        if (folder.isPresent() && existing(folder.get(), command.files(), workspace).isPresent()) {
          found.add(folder.get());
        }
      }
      if (isNearest && existing(at, command.files(), workspace).isPresent()) {
        isNearest = false;
        found.add(at);
      }
      if (at.isEmpty() || found.size() > 1) {
        break;
      }
      at = WorkspacePaths.parent(at);
    }
    if (found.size() != 1) {
      return Optional.empty();
    }
    String from = found.iterator().next();
    List<String> files = existing(from, command.files(), workspace).orElseThrow();
    return Optional.of(new StartedFiles(command, from, files));
  }

  /** The names of some paths, as seen from a folder; nothing where one of them is no file. */
  static Optional<List<String>> existing(String folder, List<String> paths, Workspace workspace) {
    List<String> names = new ArrayList<>();
    for (String path : paths) {
      Optional<String> name = WorkspacePaths.resolve(folder, path);
      if (name.isEmpty() || workspace.kind(name.get()) != Workspace.Kind.FILE) {
        return Optional.empty();
      }
      names.add(name.get());
    }
    return Optional.of(names);
  }

  /** The folder of the project, from which relative paths go out; nothing where it is outside. */
  Optional<String> folder() {
    return command.projectFolder().isEmpty()
        ? Optional.of(WorkspacePaths.parent(files.get(0)))
        : WorkspacePaths.resolve(from, command.projectFolder().get());
  }
}
