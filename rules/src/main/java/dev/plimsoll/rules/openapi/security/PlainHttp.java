package dev.plimsoll.rules.openapi.security;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A URL that is reached without TLS, on a host that others than the reader reach.
 *
 * @param scheme {@code http} or {@code ws}, as it is written
 * @param hasPort whether it names a port, which TLS would need another one for
 */
record PlainHttp(String scheme, String host, boolean hasPort) {

  /** Names of one's own machine or network (RFC 6761, RFC 6762, RFC 8375, and custom). */
  private static final List<String> LOCAL_DOMAINS =
      List.of(
          ".local",
          ".localhost",
          ".localdomain",
          ".internal",
          ".intranet",
          ".lan",
          ".home.arpa",
          ".test",
          ".invalid",
          ".svc");

  /** What a URL is; nothing where it is none, or has TLS, or may well be local. */
  static Optional<PlainHttp> of(String url) {
    int colon = url.indexOf("://");
    if (colon != 4 && colon != 2) {
      return Optional.empty();
    }
    String scheme = url.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("ws")) {
      return Optional.empty();
    }
    int end = colon + 3;
    while (end < url.length() && "/?#\\".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String authority = url.substring(colon + 3, end);
    authority = authority.substring(authority.lastIndexOf('@') + 1);
    int port = authority.indexOf(':', authority.indexOf(']') + 1);
    String host = port < 0 ? authority : authority.substring(0, port);
    return isPublic(host)
        ? Optional.of(new PlainHttp(url.substring(0, colon), host, port >= 0))
        : Optional.empty();
  }

  /**
   * Whether a host is surely one that others reach: not where variables or a short name hide it.
   */
  private static boolean isPublic(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    if (name.startsWith("[")) {
      return isPublicV6(name.substring(1));
    }
    int variable = name.lastIndexOf('}');
    if (variable >= 0) {
      name = name.substring(variable + 1);
      if (!name.startsWith(".")) {
        return false;
      }
    }
    if (name.indexOf('.', 1) < 0 || !isName(name)) {
      return false;
    }
    for (String domain : LOCAL_DOMAINS) {
      if (name.endsWith(domain)) {
        return false;
      }
    }
    return !isPrivateV4(name);
  }

  private static boolean isName(String host) {
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (!Character.isLetterOrDigit(c) && ".-_".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Loopback, private, link-local and this host (RFC 1918, RFC 6890). */
  private static boolean isPrivateV4(String host) {
    if (host.startsWith("172.")) {
      int dot = host.indexOf('.', 4);
      String second = dot < 0 ? "" : host.substring(4, dot);
      return second.length() == 2 && second.compareTo("16") >= 0 && second.compareTo("31") <= 0;
    }
    return isV4(host)
        && (host.startsWith("10.")
            || host.startsWith("127.")
            || host.startsWith("192.168.")
            || host.startsWith("169.254.")
            || host.startsWith("0."));
  }

  private static boolean isV4(String host) {
    for (int i = 0; i < host.length(); i++) {
      if (host.charAt(i) != '.' && !Character.isDigit(host.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPublicV6(String address) {
    return !address.startsWith("::")
        && !address.startsWith("fc")
        && !address.startsWith("fd")
        && !address.startsWith("fe80");
  }

  /** The scheme with TLS. */
  String secure() {
    return scheme.equalsIgnoreCase("http") ? "https" : "wss";
  }

  /** The scheme where it is written in a scalar; all of it where that is written with escapes. */
  Slice place(Slice scalar) {
    Slice url = Edit.unquoted(scalar);
    return url.text().startsWith(scheme + "://") ? url.part(0, scheme.length()) : scalar;
  }
}
