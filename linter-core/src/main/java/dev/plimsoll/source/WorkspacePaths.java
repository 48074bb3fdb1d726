package dev.plimsoll.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Names of files in a workspace, whose root is the empty name. */
public final class WorkspacePaths {

  private WorkspacePaths() {}

  /** The folder that a file lies in. */
  public static String parent(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('/')));
  }

  /** The name of a path right below a folder. */
  public static String below(String folder, String path) {
    return folder.isEmpty() ? path : folder + "/" + path;
  }

  /** The name of what a path means in a folder; nothing where it lies outside of the workspace. */
  public static Optional<String> resolve(String folder, String path) {
    if (isAbsolute(path)) {
      return Optional.empty();
    }
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : below(folder, path).split("/", -1)) {
      if (segment.equals("..")) {
        if (segments.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    return Optional.of(String.join("/", segments));
  }

  /** Whether it is a path of the machine, a user's home or a Windows drive. */
  public static boolean isAbsolute(String path) {
    return path.startsWith("/")
        || path.startsWith("~")
        || path.indexOf('\\') >= 0
        || (path.length() > 1 && path.charAt(1) == ':');
  }
}
