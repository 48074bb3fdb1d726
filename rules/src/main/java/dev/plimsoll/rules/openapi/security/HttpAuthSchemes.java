package dev.plimsoll.rules.openapi.security;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The schemes of HTTP authentication (IANA, as of RFC 9729). */
final class HttpAuthSchemes {

  /** Those that people mean by what they misspell. */
  static final List<String> USUAL = List.of("bearer", "basic", "digest", "dpop", "negotiate");

  private static final Set<String> REGISTERED =
      Set.of(
          "basic",
          "bearer",
          "concealed",
          "digest",
          "dpop",
          "gnap",
          "hoba",
          "mutual",
          "negotiate",
          "oauth",
          "privatetoken",
          "scram-sha-1",
          "scram-sha-256",
          "vapid");

  /** NTLM was never registered. */
  private static final Set<String> WEAK = Set.of("digest", "negotiate", "ntlm", "oauth");

  private HttpAuthSchemes() {}

  static boolean isWeak(String scheme) {
    return WEAK.contains(scheme.toLowerCase(Locale.ROOT));
  }

  /** Whether it is registered, or else known for being weak. */
  static boolean isKnown(String scheme) {
    String name = scheme.toLowerCase(Locale.ROOT);
    return REGISTERED.contains(name) || WEAK.contains(name);
  }
}
