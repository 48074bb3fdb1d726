package dev.plimsoll.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a run's workspace begins, and how its names look from the working directory.
 *
 * @param directory the repository's root, else the working directory where it holds all targets,
 *     else the folder that all targets have in common
 * @param workingDirectory what users' paths are relative to
 */
public record Root(Path directory, Path workingDirectory) {

  /**
   * The root for targets as a user names them; a target that does not exist counts all the same.
   */
  public static Root of(Path workingDirectory, List<String> targets) {
    Path here = real(workingDirectory.toAbsolutePath().normalize());
    Path common = here;
    boolean first = true;
    for (String target : targets) {
      Path path = real(here.resolve(target).normalize());
      Path folder = Files.isDirectory(path) ? path : parentOf(path);
      common = first ? folder : common(common, folder);
      first = false;
    }
    while (!Files.isDirectory(common)) {
      common = parentOf(common); // a name for standard input may lie in no folder yet
    }
    // Below the working directory that is the root: its configuration is meant to count.
    Path root = common.startsWith(here) ? here : common;
    return new Root(repository(common).orElse(root), here);
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      Path parent = path.getParent();
      Path name = path.getFileName();
      return parent == null || name == null ? path : real(parent).resolve(name);
    }
  }

  private static Path parentOf(Path path) {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }

  private static Path common(Path one, Path other) {
    Path common = one;
    while (!other.startsWith(common)) {
      common = parentOf(common);
    }
    return common;
  }

  private static Optional<Path> repository(Path folder) {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /** The workspace name of a path as the user wrote it; empty where it lies outside the root. */
  public Optional<String> name(String target) {
    Path path = workingDirectory.resolve(target).normalize();
    Path parent = path.getParent();
    Path last = path.getFileName();
    // The folders may be reached through a link; the file itself is judged under its own name.
    Path resolved =
        parent == null || last == null || Files.isDirectory(path)
            ? real(path)
            : real(parent).resolve(last);
    if (!resolved.startsWith(directory)) {
      return Optional.empty();
    }
    return Optional.of(slashes(directory.relativize(resolved)));
  }

  /** Whether names count from the top of a repository, as git has them in a patch. */
  public boolean isRepository() {
    return Files.exists(directory.resolve(".git"));
  }

  /** A workspace name as a user in the working directory would write it. */
  public String shown(String name) {
    return slashes(workingDirectory.relativize(directory.resolve(name)));
  }

  private static String slashes(Path relative) {
    StringBuilder name = new StringBuilder();
    for (Path segment : relative) {
      name.append(name.isEmpty() ? "" : "/").append(segment);
    }
    return name.toString();
  }
}
