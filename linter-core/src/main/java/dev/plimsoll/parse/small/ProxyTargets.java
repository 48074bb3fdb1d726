package dev.plimsoll.parse.small;

import dev.plimsoll.parse.small.tree.ProxyFile.Target;
import dev.plimsoll.text.Digits;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/** Takes the host out of an address to which a proxy sends requests. */
final class ProxyTargets {

  private ProxyTargets() {}

  /**
   * The host in {@code scheme://host:port/path}, scheme, port and path being optional.
   *
   * @return nothing for a socket, and where a variable stands in it
   */
  static Optional<Target> of(Slice address) {
    String text = address.text();
    int start = text.indexOf("://");
    start = start < 0 ? 0 : start + 3;
    int end = start;
    while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    int colon = text.indexOf(':', start);
    int nameEnd = colon < 0 || colon > end ? end : colon;
    if (start == nameEnd || text.startsWith("unix:", start) || !isName(text, start, nameEnd)) {
      return Optional.empty();
    }
    Optional<Integer> port = Optional.empty();
    if (nameEnd < end) {
      port = Digits.number(text.substring(nameEnd + 1, end));
      if (port.isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(new Target(address.part(start, nameEnd), port, false));
  }

  private static boolean isName(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= 128 || !(Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0)) {
        return false;
      }
    }
    return true;
  }
}
