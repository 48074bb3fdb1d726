package dev.plimsoll.model.dockerfile;

import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;

/** Paths inside an image, as WORKDIR joins them. */
final class BuildPath {

  private static final int MAX_ALTERNATIVES = 16;

  private BuildPath() {}

  /** A path as seen from a folder: an absolute one is itself. Linux paths come back clean. */
  static Value resolve(Value folder, Value path) {
    List<Value> paths = new ArrayList<>();
    for (Value inner : path.alternatives()) {
      if (!(inner instanceof Value.Known known)) {
        paths.add(inner);
      } else if (isAbsolute(known.text())) {
        paths.add(new Value.Known(clean(known.text()), known.origin()));
      } else {
        for (Value outer : folder.alternatives()) {
          paths.add(outer instanceof Value.Known base ? joined(base, known) : outer);
        }
      }
    }
    List<Value> few = paths.subList(0, Math.min(paths.size(), MAX_ALTERNATIVES));
    return Value.of(few);
  }

  private static Value joined(Value.Known folder, Value.Known path) {
    String text = path.text();
    return new Value.Known(
        text.isEmpty() ? folder.text() : clean(folder.text() + "/" + text), path.origin());
  }

  private static boolean isAbsolute(String path) {
    return path.startsWith("/") || isWindows(path);
  }

  private static boolean isWindows(String path) {
    return path.startsWith("\\")
        || (path.length() > 1 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0)));
  }

  /** Without {@code .}, {@code ..} and doubled slashes; a Windows path stays as it is. */
  private static String clean(String path) {
    if (isWindows(path)) {
      return path;
    }
    List<String> parts = new ArrayList<>();
    int at = 0;
    while (at <= path.length()) {
      int slash = path.indexOf('/', at);
      int end = slash < 0 ? path.length() : slash;
      String part = path.substring(at, end);
      if (part.equals("..")) {
        if (!parts.isEmpty()) {
          parts.remove(parts.size() - 1);
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
      at = end + 1;
    }
    return "/" + String.join("/", parts);
  }
}
