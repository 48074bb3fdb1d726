package dev.plimsoll.project;

import dev.plimsoll.text.Slice;
import java.util.List;

/**
 * What reaches the host on which a Compose set runs.
 *
 * @param isOutside whether it stands before the host, so that nothing gets past it; the engine
 *     publishes ports past one of the host itself
 * @param openings all of it
 */
public record HostFirewall(boolean isOutside, List<Opening> openings) {

  public HostFirewall {
    openings = List.copyOf(openings);
  }

  /**
   * Ports that it lets through, from anywhere or not.
   *
   * @param protocol empty where it is any
   * @param place where that is written
   */
  public record Opening(int first, int last, String protocol, Slice place) {

    /** Whether a port is one of them. */
    public boolean lets(int port, String by) {
      return first <= port && port <= last && (protocol.isEmpty() || protocol.equals(by));
    }
  }

  /** Whether it lets a port through. */
  public boolean lets(int port, String protocol) {
    for (Opening opening : openings) {
      if (opening.lets(port, protocol)) {
        return true;
      }
    }
    return false;
  }
}
