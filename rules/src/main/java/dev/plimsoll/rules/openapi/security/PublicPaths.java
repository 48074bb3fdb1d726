package dev.plimsoll.rules.openapi.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Paths that have to answer those who have no credential yet: logins, health checks, webhooks. */
final class PublicPaths {

  /** Segments that say so of all that lies below them. */
  private static final Set<String> PUBLIC =
      words("public wellknown oauth oauth2 openid saml sso webhook webhooks hooks callback");

  /** Last segments that say so. */
  private static final Set<String> LAST =
      words(
          "login signin logout signout signup register registration auth authenticate"
              + " authentication authorize token refreshtoken tokenrefresh accesstoken"
              + " forgotpassword resetpassword passwordreset magiclink otp captcha health healthz"
              + " healthcheck healthy live livez liveness ready readyz readiness ping status"
              + " version versions metrics docs openapi.json openapi.yaml swagger.json"
              + " swagger.yaml jwks jwks.json robots.txt favicon.ico heartbeat up alive");

  /** Last segments that say so of what is about an account, or stands alone. */
  private static final Set<String> STEPS =
      words(
          "verify verification confirm confirmation activate activation reset refresh recover"
              + " recovery forgot challenge session sessions forgotten email");

  private static final Set<String> ACCOUNT =
      words("auth account accounts user users email password passwords signup login otp mfa");

  private static final Set<String> PREFIXES = words("api rest v1 v2 v3 v4");

  private PublicPaths() {}

  private static Set<String> words(String words) {
    return Set.of(words.split(" ", -1));
  }

  /**
   * Whether a path is one of those by its name, or by the configuration.
   *
   * @param exceptions paths; a trailing {@code /**} covers what lies below
   */
  static boolean contain(String path, List<String> exceptions) {
    for (String exception : exceptions) {
      boolean isBelow =
          exception.endsWith("/**")
              && path.startsWith(exception.substring(0, exception.length() - 2));
      if (isBelow || exception.equals(path)) {
        return true;
      }
    }
    List<String> segments = segments(path);
    boolean isAccount = segments.size() < 2;
    for (String segment : segments) {
      isAccount |= ACCOUNT.contains(segment);
      if (PUBLIC.contains(segment)) {
        return true;
      }
    }
    String last = segments.isEmpty() ? "" : segments.get(segments.size() - 1);
    return LAST.contains(last) || (isAccount && STEPS.contains(last));
  }

  /** What stands between the slashes, in lower case and without separators; variables do not. */
  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : path.toLowerCase(Locale.ROOT).split("/", -1)) {
      String plain = segment.replace("-", "").replace("_", "");
      plain = plain.startsWith(".well") ? plain.substring(1) : plain;
      if (!plain.isEmpty() && plain.indexOf('{') < 0 && !PREFIXES.contains(plain)) {
        segments.add(plain);
      }
    }
    return segments;
  }
}
