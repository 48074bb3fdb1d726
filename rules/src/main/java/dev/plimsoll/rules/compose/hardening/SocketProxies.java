package dev.plimsoll.rules.compose.hardening;

import dev.plimsoll.model.image.ImageReference;
import java.util.Set;

/** Knows the images that pass on a part of what the engine's socket takes. */
final class SocketProxies {

  /** They are told by variables with the names of parts of the API what they let pass. */
  private static final Set<String> BY_VARIABLES =
      Set.of(
          "tecnativa/docker-socket-proxy",
          "ghcr.io/tecnativa/docker-socket-proxy",
          "lscr.io/linuxserver/socket-proxy",
          "linuxserver/socket-proxy",
          "ghcr.io/linuxserver/socket-proxy");

  private static final Set<String> OTHERS =
      Set.of(
          "wollomatic/socket-proxy",
          "ghcr.io/wollomatic/socket-proxy",
          "11notes/socket-proxy",
          "fluencelabs/docker-socket-proxy");

  private SocketProxies() {}

  static boolean isProxy(ImageReference image) {
    return isToldByVariables(image) || OTHERS.contains(image.familiarName());
  }

  static boolean isToldByVariables(ImageReference image) {
    return BY_VARIABLES.contains(image.familiarName());
  }
}
