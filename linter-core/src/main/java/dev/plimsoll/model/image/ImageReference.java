package dev.plimsoll.model.image;

import java.util.Optional;

/**
 * The name of an image. Source: the grammar in {@code reference.go} of distribution/reference.
 *
 * @param registry the host, {@code docker.io} where none is written
 * @param path without the registry; {@code library/} stands before the official images
 */
public record ImageReference(
    String registry, String path, Optional<String> tag, Optional<String> digest) {

  private static final String HUB = "docker.io";
  private static final String OFFICIAL = "library/";
  private static final int MAX_TAG_LENGTH = 128;

  /** The reference, or none where a builder would refuse the text. */
  public static Optional<ImageReference> parse(String text) {
    int at = text.indexOf('@');
    Optional<String> digest = at < 0 ? Optional.empty() : Optional.of(text.substring(at + 1));
    String named = at < 0 ? text : text.substring(0, at);
    int colon = named.lastIndexOf(':');
    boolean hasTag = colon > named.lastIndexOf('/');
    Optional<String> tag = hasTag ? Optional.of(named.substring(colon + 1)) : Optional.empty();
    String name = hasTag ? named.substring(0, colon) : named;

    int slash = name.indexOf('/');
    String first = slash < 0 ? "" : name.substring(0, slash);
    boolean hasRegistry = isRegistry(first);
    String registry = hasRegistry ? first : HUB;
    String path = hasRegistry ? name.substring(slash + 1) : name;
    if (registry.equals("index.docker.io")) {
      registry = HUB;
    }
    if (registry.equals(HUB) && path.indexOf('/') < 0) {
      path = OFFICIAL + path;
    }
    boolean valid =
        isPath(path)
            && (tag.isEmpty() || isTag(tag.get()))
            && (digest.isEmpty() || isDigest(digest.get()));
    return valid ? Optional.of(new ImageReference(registry, path, tag, digest)) : Optional.empty();
  }

  private static boolean isRegistry(String first) {
    return first.indexOf('.') >= 0
        || first.indexOf(':') >= 0
        || first.equals("localhost")
        || !first.equals(lowerAscii(first));
  }

  private static String lowerAscii(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      lower.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
    }
    return lower.toString();
  }

  private static boolean isPath(String path) {
    boolean separated = true; // whether a letter or digit must come now
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!letter && (separated ? !repeats(path, i) : "./_-".indexOf(c) < 0)) {
        return false;
      }
      separated = !letter;
    }
    return !separated;
  }

  /** Two underscores, and any number of hyphens, count as one separator. */
  private static boolean repeats(String path, int i) {
    if (i == 0 || path.charAt(i) != path.charAt(i - 1)) {
      return false;
    }
    return path.charAt(i) == '-' || (path.charAt(i) == '_' && (i < 2 || path.charAt(i - 2) != '_'));
  }

  private static boolean isTag(String tag) {
    for (int i = 0; i < tag.length(); i++) {
      char c = tag.charAt(i);
      boolean word = c == '_' || (c < 128 && Character.isLetterOrDigit(c));
      if (!word && (i == 0 || (c != '.' && c != '-'))) {
        return false;
      }
    }
    return !tag.isEmpty() && tag.length() <= MAX_TAG_LENGTH;
  }

  private static boolean isDigest(String digest) {
    int colon = digest.indexOf(':');
    for (int i = colon + 1; i < digest.length(); i++) {
      if (Character.digit(digest.charAt(i), 16) < 0) {
        return false;
      }
    }
    return colon > 0 && digest.length() - colon > 32;
  }

  /** The name without what need not be written: {@code python}, {@code gcr.io/distroless/base}. */
  public String familiarName() {
    if (!registry.equals(HUB)) {
      return registry + "/" + path;
    }
    return path.startsWith(OFFICIAL) ? path.substring(OFFICIAL.length()) : path;
  }

  /** The tag that is pulled: {@code latest} where neither tag nor digest is written. */
  public Optional<String> effectiveTag() {
    return tag.isPresent() || digest.isPresent() ? tag : Optional.of("latest");
  }
}
