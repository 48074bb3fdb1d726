package dev.plimsoll.source;

import java.util.Optional;
import java.util.Set;

/**
 * Tells a Compose file of any name by its keys: none at its root but those of the Compose
 * Specification, and a service that says what it runs. Symfony, Drone and Render have {@code
 * services} at the root, too, and other keys beside it or none of these below it.
 */
final class ComposeRoot {

  private static final Set<String> ROOT =
      Set.of(
          "version",
          "name",
          "include",
          "services",
          "models",
          "networks",
          "volumes",
          "configs",
          "secrets");

  private static final Set<String> RUNNING = Set.of("image", "build", "extends", "provider");

  private final String text;
  private boolean inServices;
  private boolean isRunning;
  private int serviceIndent;
  private int keyIndent;

  private ComposeRoot(String text) {
    this.text = text;
  }

  /** Whether the text of a YAML file is a Compose file's. */
  static boolean isIn(String text) {
    return new ComposeRoot(text).isCompose();
  }

  private boolean isCompose() {
    int from = text.startsWith("\uFEFF") ? 1 : 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      int indent = indent(from, end);
      if (from + indent < end && !isEmptyOrComment(from + indent, end)) {
        boolean goesOn = indent == 0 ? root(from, end) : below(from + indent, end, indent);
        if (!goesOn) {
          return false;
        }
      }
      from = end + 1;
    }
    return isRunning;
  }

  private int indent(int from, int end) {
    int at = from;
    while (at < end && text.charAt(at) == ' ') {
      at++;
    }
    return at - from;
  }

  private boolean isEmptyOrComment(int from, int end) {
    return text.charAt(from) == '#' || text.substring(from, end).isBlank();
  }

  private boolean root(int from, int end) {
    if (text.startsWith("---", from)) {
      return true;
    }
    Optional<String> key = key(from, end);
    inServices = key.isPresent() && key.get().equals("services");
    serviceIndent = 0;
    return key.isPresent() && (ROOT.contains(key.get()) || key.get().startsWith("x-"));
  }

  /** The first line below a service gives the column of its keys. */
  private boolean below(int from, int end, int indent) {
    if (!inServices || isRunning) {
      return true;
    }
    serviceIndent = serviceIndent == 0 ? indent : serviceIndent;
    if (indent <= serviceIndent) {
      keyIndent = 0;
      return text.charAt(from) != '-'; // Render lists its services
    }
    keyIndent = keyIndent == 0 ? indent : keyIndent;
    if (indent == keyIndent) {
      Optional<String> key = key(from, end);
      isRunning = key.isPresent() && RUNNING.contains(key.get());
    }
    return true;
  }

  private Optional<String> key(int from, int end) {
    int colon = from;
    while (colon < end && text.charAt(colon) != ':') { // a file without any is not looked at twice
      colon++;
    }
    if (colon == end) {
      return Optional.empty();
    }
    boolean ends = colon + 1 == end || Character.isWhitespace(text.charAt(colon + 1));
    String key = text.substring(from, colon).strip();
    if (key.length() > 1 && (key.charAt(0) == '"' || key.charAt(0) == '\'')) {
      key = key.substring(1, key.length() - 1);
    }
    return ends ? Optional.of(key) : Optional.empty();
  }
}
