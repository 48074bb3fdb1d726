package dev.plimsoll.project;

import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/**
 * What one source says of the hosts that a Compose set runs on.
 *
 * @param firewall absent where it is not known, or not whole
 * @param place what says so
 */
record HostSetup(List<Machine> machines, Optional<HostFirewall> firewall, Slice place) {

  /**
   * A host.
   *
   * @param type absent where it is not known
   */
  record Machine(Optional<String> type, Slice place) {}

  HostSetup {
    machines = List.copyOf(machines);
  }

  /** One that says something, but nobody knows what. */
  static HostSetup unclear(Slice place) {
    return new HostSetup(List.of(new Machine(Optional.empty(), place)), Optional.empty(), place);
  }
}
