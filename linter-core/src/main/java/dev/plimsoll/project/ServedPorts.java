package dev.plimsoll.project;

import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/**
 * The ports that a service serves whose image the project builds.
 *
 * @param exposed what its Dockerfile says by EXPOSE, in the order of the text; not empty
 * @param confirmed the first of them that something else names, too: what the service publishes,
 *     its command, its health check
 * @param texts in which any other port may be named that it serves
 */
public record ServedPorts(List<Slice> exposed, Optional<Slice> confirmed, List<String> texts) {

  public ServedPorts {
    exposed = List.copyOf(exposed);
    texts = List.copyOf(texts);
  }

  /** Whether it serves a port, as far as anything says so. */
  public boolean mayServe(int port) {
    for (String text : texts) {
      if (names(text, Integer.toString(port))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a number stands in a text, no digit before or behind it. */
  static boolean names(String text, String number) {
    for (int at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
      int end = at + number.length();
      boolean starts = at == 0 || !Character.isDigit(text.charAt(at - 1));
      if (starts && (end == text.length() || !Character.isDigit(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }
}
