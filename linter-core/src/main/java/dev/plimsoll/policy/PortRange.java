package dev.plimsoll.policy;

import java.util.Optional;

/** One port, or those from one to another. */
public record PortRange(int first, int last) {

  private static final int LAST = 65_535;

  /** {@code 80} or {@code 8000-8010}; nothing for anything else. */
  public static Optional<PortRange> parse(String text) {
    int dash = text.indexOf('-');
    int first = port(dash < 0 ? text : text.substring(0, dash));
    int last = dash < 0 ? first : port(text.substring(dash + 1));
    return first >= 0 && first <= last ? Optional.of(new PortRange(first, last)) : Optional.empty();
  }

  private static int port(String text) {
    int port = text.isEmpty() || text.length() > 5 ? -1 : 0;
    for (int i = 0; i < text.length() && port >= 0; i++) {
      char c = text.charAt(i);
      port = c >= '0' && c <= '9' ? port * 10 + c - '0' : -1;
    }
    return port > LAST ? -1 : port;
  }

  boolean overlaps(PortRange other) {
    return first <= other.last && other.first <= last;
  }

  boolean contains(PortRange other) {
    return first <= other.first && other.last <= last;
  }

  @Override
  public String toString() {
    return first == last ? Integer.toString(first) : first + "-" + last;
  }
}
