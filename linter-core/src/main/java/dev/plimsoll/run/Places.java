package dev.plimsoll.run;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Turns names into paths that stay inside one root. The folders of version control systems are not
 * inside: nothing that could run later, such as a hook, is ever written.
 */
final class Places {

  private static final List<String> CLOSED = List.of(".git", ".hg", ".svn", ".jj");

  private final Path root;

  private Places(Path root) {
    this.root = root;
  }

  static Places in(Path root) throws IOException {
    return new Places(root.toRealPath());
  }

  Path root() {
    return root;
  }

  /** Where the bytes of a name lie, or would lie, once links within the root were followed. */
  Path follow(String name) throws RefusedException {
    Path path = inside(name);
    Path real;
    try {
      real = Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? path.toRealPath() : absent(path);
    } catch (FileSystemLoopException | NoSuchFileException e) {
      throw new RefusedException(name + ": a link that leads nowhere");
    } catch (IOException e) {
      throw new RefusedException(name + ": cannot be reached: " + IoReason.of(e));
    }
    return open(name, real);
  }

  /** The path of a name that must have no link on its way, as {@link #name} gave it. */
  Path exact(String name) throws IOException {
    Path path = inside(name);
    if (Files.isSymbolicLink(path) || !absent(path).equals(path)) {
      throw new RefusedException(name + ": a link now stands on the way to it");
    }
    return open(name, path);
  }

  String name(Path path) {
    StringBuilder name = new StringBuilder();
    for (Path segment : root.relativize(path)) {
      name.append(name.length() == 0 ? "" : "/").append(segment);
    }
    return name.toString();
  }

  private Path inside(String name) throws RefusedException {
    for (String segment : name.split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
        throw new RefusedException(name + ": no name of a file inside the root");
      }
    }
    try {
      Path path = root.resolve(name);
      if (path.startsWith(root) && path.equals(path.normalize())) {
        return path;
      }
    } catch (InvalidPathException e) {
      throw new RefusedException(name + ": this system cannot name such a file");
    }
    throw new RefusedException(name + ": no name of a file inside the root");
  }

  /** The path with the links of its folders followed, some of which need not exist. */
  private static Path absent(Path path) throws IOException {
    Path parent = path.getParent();
    if (parent == null) {
      return path;
    }
    Path folder =
        Files.exists(parent, LinkOption.NOFOLLOW_LINKS) ? parent.toRealPath() : absent(parent);
    return folder.resolve(path.getFileName());
  }

  private Path open(String name, Path real) throws RefusedException {
    if (!real.startsWith(root) || real.equals(root)) {
      throw new RefusedException(name + ": leads out of the root, never written");
    }
    for (Path segment : root.relativize(real)) {
      String lower = segment.toString().toLowerCase(Locale.ROOT);
      if (CLOSED.contains(lower) || lower.startsWith(JournalFile.NAME)) {
        throw new RefusedException(name + ": lies in " + segment + ", never written");
      }
    }
    return real;
  }
}
