package dev.plimsoll.project;

import java.util.List;

/**
 * Who may answer when a service calls a host.
 *
 * @param answering the services that share a network with it and bear the name
 * @param apart those that bear the name in networks which it is not in
 */
public record Peers(List<String> answering, List<String> apart) {
  public Peers {
    answering = List.copyOf(answering);
    apart = List.copyOf(apart);
  }
}
