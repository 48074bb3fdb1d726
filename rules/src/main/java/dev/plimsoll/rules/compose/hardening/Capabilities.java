package dev.plimsoll.rules.compose.hardening;

import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import java.util.Locale;

/** Reads {@code cap_add} and {@code cap_drop} as the engine does. */
final class Capabilities {

  private static final String PREFIX = "CAP_";

  private Capabilities() {}

  /** The capability that an item names, without prefix and in upper case; empty for none. */
  static String name(ComposeNode item) {
    String text = item instanceof Scalar scalar ? scalar.known().orElse("") : "";
    String upper = text.toUpperCase(Locale.ROOT);
    return upper.startsWith(PREFIX) ? upper.substring(PREFIX.length()) : upper;
  }

  /** Whether a list of a service names a capability, or may. */
  static boolean mayName(ComposeService service, String key, String capability) {
    for (ComposeNode item : service.items(key)) {
      String name = name(item);
      if (name.isEmpty() || name.equals(capability)) {
        return true;
      }
    }
    return false;
  }
}
