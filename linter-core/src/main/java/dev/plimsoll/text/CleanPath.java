package dev.plimsoll.text;

import java.util.ArrayList;
import java.util.List;

/** The shortest path that means the same, as Go's {@code filepath.Clean} finds it. */
public final class CleanPath {

  private CleanPath() {}

  /** Empty stays empty: moby's ignore file reader leaves it alone too. */
  public static String of(String path) {
    if (path.isEmpty()) {
      return path;
    }
    boolean rooted = path.startsWith("/");
    List<String> kept = new ArrayList<>();
    int start = 0;
    while (start <= path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      take(path.substring(start, end), rooted, kept);
      start = end + 1;
    }
    String joined = String.join("/", kept);
    if (rooted) {
      return "/" + joined;
    }
    return joined.isEmpty() ? "." : joined;
  }

  private static void take(String segment, boolean rooted, List<String> kept) {
    if (segment.isEmpty() || segment.equals(".")) {
      return;
    }
    if (!segment.equals("..")) {
      kept.add(segment);
    } else if (!kept.isEmpty() && !kept.get(kept.size() - 1).equals("..")) {
      kept.remove(kept.size() - 1);
    } else if (!rooted) {
      kept.add(segment);
    }
  }
}
