package dev.plimsoll.policy;

import dev.plimsoll.model.image.ImageReference;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names of images as a policy lists them: {@code ghcr.io/acme}, {@code node}, {@code *:latest}.
 * {@code *} stands for any characters but a slash, {@code **} for any at all.
 */
public final class ImagePattern {

  private static final String HUB = "docker.io/";

  private final String text;
  private final Pattern name;
  private final Optional<Pattern> tag;

  private ImagePattern(String text, Pattern name, Optional<Pattern> tag) {
    this.text = text;
    this.name = name;
    this.tag = tag;
  }

  /** A registry, or what images there begin with. */
  public static ImagePattern prefix(String text) {
    String plain = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    return new ImagePattern(text, Pattern.compile(expression(plain) + "(/.*)?"), Optional.empty());
  }

  /** An image, with a tag or with any; without a registry one of Docker Hub. */
  public static ImagePattern image(String text) {
    int colon = text.lastIndexOf(':');
    boolean tagged = colon > text.lastIndexOf('/');
    String name = full(tagged ? text.substring(0, colon) : text);
    return new ImagePattern(
        text,
        Pattern.compile(expression(name)),
        tagged
            ? Optional.of(Pattern.compile(expression(text.substring(colon + 1))))
            : Optional.empty());
  }

  private static String full(String name) {
    if (name.equals("*") || name.startsWith("**")) {
      return name.equals("*") ? "**" : name;
    }
    int slash = name.indexOf('/');
    String first = slash < 0 ? "" : name.substring(0, slash);
    boolean registry = first.equals("localhost") || first.contains(".") || first.contains(":");
    if (registry || first.contains("*")) {
      return name;
    }
    return HUB + (slash < 0 ? "library/" : "") + name;
  }

  private static String expression(String glob) {
    StringBuilder expression = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      if (glob.startsWith("**", i)) {
        expression.append(".*");
        i++;
      } else if (glob.charAt(i) == '*') {
        expression.append("[^/]*");
      } else {
        expression.append(Pattern.quote(glob.substring(i, i + 1)));
      }
    }
    return expression.toString();
  }

  /** Whether it means an image; one with a tag means none whose tag is not known. */
  boolean matches(ImageReference image, boolean tagIsKnown) {
    if (!name.matcher(image.registry() + "/" + image.path()).matches()) {
      return false;
    }
    if (tag.isEmpty()) {
      return true;
    }
    Optional<String> pulled = image.effectiveTag();
    return tagIsKnown && pulled.isPresent() && tag.get().matcher(pulled.get()).matches();
  }

  @Override
  public String toString() {
    return text;
  }
}
