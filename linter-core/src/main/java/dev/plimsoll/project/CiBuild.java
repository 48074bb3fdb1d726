package dev.plimsoll.project;

import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/**
 * An image that a CI workflow builds.
 *
 * @param anchor the address of its step
 * @param place what tells it from others of its step
 * @param dockerfile the file's name in the workspace, if that is known
 * @param names the ends of the names that it gives, each as far as it is known, without tags
 * @param service of Compose, where Compose builds it
 */
record CiBuild(
    Anchor anchor,
    Slice place,
    Optional<String> dockerfile,
    List<String> names,
    Optional<String> service) {

  CiBuild {
    names = List.copyOf(names);
  }

  /** Whether anything tells which image it is. */
  boolean isKnown() {
    return dockerfile.isPresent() || !names.isEmpty() || service.isPresent();
  }

  /**
   * What it is called: its service or the last part of its name or of the folder it is built in.
   */
  String word() {
    String path =
        service.isPresent()
            ? service.get()
            : !names.isEmpty() ? names.get(0) : folder(dockerfile.orElse(""));
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The folder of a Dockerfile; the file itself where it has another name. */
  static String folder(String dockerfile) {
    return dockerfile.endsWith("/Dockerfile")
        ? dockerfile.substring(0, dockerfile.length() - "/Dockerfile".length())
        : dockerfile;
  }

  /** The end of an image's name as far as it is known, a slash before it; empty where it is not. */
  static String end(String image) {
    String name = image;
    int colon = name.indexOf(':', name.lastIndexOf('/') + 1);
    int digest = name.indexOf('@');
    int unknown = Math.max(name.lastIndexOf('}', slash(name)), name.lastIndexOf('$', slash(name)));
    if (digest >= 0) {
      name = name.substring(0, digest);
    } else if (colon >= 0) {
      name = name.substring(0, colon);
    }
    int from = unknown < 0 ? 0 : name.indexOf('/', unknown);
    String end = from < 0 ? "" : name.substring(from);
    boolean isKnown = !end.isEmpty() && end.indexOf('$') < 0 && end.indexOf('}') < 0;
    String plain = end.startsWith("docker.io/") ? end.substring("docker.io/".length()) : end;
    return !isKnown ? "" : plain.startsWith("/") ? plain : "/" + plain;
  }

  private static int slash(String name) {
    return name.lastIndexOf('/');
  }

  /** Whether it gives an image that name, as far as both are known. */
  boolean mayBe(String end) {
    for (String name : names) {
      if (!end.isEmpty() && (name.endsWith(end) || end.endsWith(name))) {
        return true;
      }
    }
    return false;
  }
}
