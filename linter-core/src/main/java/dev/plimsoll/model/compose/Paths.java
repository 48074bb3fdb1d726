package dev.plimsoll.model.compose;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths as Go's package path has them: slashes, whatever the machine. */
final class Paths {

  private Paths() {}

  /** The shortest equal path; an empty one stays empty. */
  static String clean(String path) {
    if (path.isEmpty()) {
      return "";
    }
    boolean rooted = path.charAt(0) == '/';
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : path.split("/", -1)) {
      boolean up = segment.equals("..");
      if (segment.isEmpty() || segment.equals(".")) {
        continue;
      }
      if (up && !segments.isEmpty() && !segments.getLast().equals("..")) {
        segments.removeLast();
      } else if (!up || !rooted) {
        segments.addLast(segment);
      }
    }
    String joined = String.join("/", segments);
    return rooted ? "/" + joined : joined.isEmpty() ? "." : joined;
  }

  /** A path as seen from a folder; an absolute one stays as it is. */
  static String join(String folder, String path) {
    return path.startsWith("/") || folder.isEmpty() ? clean(path) : clean(folder + "/" + path);
  }

  /** The folder that a file lies in; empty at the root of a workspace. */
  static String parent(String file) {
    return file.substring(0, Math.max(0, file.lastIndexOf('/')));
  }
}
