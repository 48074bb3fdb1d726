package dev.plimsoll.model.openapi;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Alias;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.text.Digits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** JSON pointers as fragments of URIs (RFC 6901, section 6). */
public final class Pointer {

  private Pointer() {}

  /**
   * The node that a fragment names.
   *
   * @param fragment behind the hash sign, percent-encoded; the empty one is the whole document
   * @return nothing where it names none, or is no pointer
   */
  public static Optional<YamlNode> find(YamlNode root, String fragment) {
    YamlNode node = root;
    for (String segment : segments(fragment)) {
      Optional<YamlNode> below = below(node, segment);
      if (below.isEmpty()) {
        return below;
      }
      node = below.get();
    }
    return fragment.isEmpty() || fragment.startsWith("/") ? Optional.of(node) : Optional.empty();
  }

  /** Whether what is missing on the way may be merged, or stand behind an alias. */
  public static boolean isOpen(YamlNode root, String fragment) {
    Optional<YamlNode> node = Optional.of(root);
    for (String segment : segments(fragment)) {
      if (node.isEmpty()) {
        return false;
      }
      if (node.get() instanceof Alias
          || (node.get() instanceof Mapping mapping && mapping.find("<<").isPresent())) {
        return true;
      }
      node = below(node.get(), segment);
    }
    return false;
  }

  /** The value of a key, or the item of a number. */
  public static Optional<YamlNode> below(YamlNode node, String segment) {
    if (node instanceof Mapping mapping) {
      return mapping.find(segment);
    }
    Optional<Integer> index = Digits.number(segment);
    return node instanceof Sequence list && index.isPresent() && index.get() < list.items().size()
        ? Optional.of(list.items().get(index.get()))
        : Optional.empty();
  }

  /** Whether a key stands in a pointer as it is. */
  public static boolean isPlain(String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (!(c < 0x80 && (Character.isLetterOrDigit(c) || "-._".indexOf(c) >= 0))) {
        return false;
      }
    }
    return !key.isEmpty();
  }

  /** The keys on the way, decoded. */
  public static List<String> segments(String fragment) {
    List<String> segments = new ArrayList<>();
    int from = 1;
    while (from <= fragment.length() && fragment.startsWith("/")) {
      int slash = fragment.indexOf('/', from);
      int end = slash < 0 ? fragment.length() : slash;
      String segment = decode(fragment.substring(from, end));
      segments.add(segment.replace("~1", "/").replace("~0", "~"));
      from = end + 1;
    }
    return segments;
  }

  /** Percent-decoded; a sign that begins no escape stands for itself. */
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] decoded = new byte[bytes.length];
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
      decoded[length] = low < 0 ? bytes[i] : (byte) (high * 16 + low);
      length++;
      i += low < 0 ? 0 : 2;
    }
    return new String(decoded, 0, length, StandardCharsets.UTF_8);
  }
}
