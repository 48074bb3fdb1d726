package dev.plimsoll.rules.openapi.security;

import dev.plimsoll.model.openapi.OpenApiObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Paths that have to answer those who have no credential yet: logins, health checks, webhooks. */
final class PublicPaths {

  /** Segments that say so of all that lies below them. */
  private static final Set<String> PUBLIC = words("public wellknown");

  /** Segments that say so of what is below them, but for single things: those are managed. */
  private static final Set<String> PROTOCOLS = words("oauth oauth2 openid saml sso");

  /** Segments of what others call, or of the list of what is called elsewhere. */
  private static final Set<String> HOOKS = words("webhook webhooks hook hooks callback callbacks");

  /** Last segments that say so. */
  private static final Set<String> LAST =
      words(
          "login signin logout signout signup register registration auth authenticate"
              + " authentication authorize token refreshtoken tokenrefresh accesstoken"
              + " forgotpassword resetpassword passwordreset magiclink otp captcha health healthz"
              + " healthcheck healthy live livez liveness ready readyz readiness ping status"
              + " version versions metrics docs openapi.json openapi.yaml swagger.json"
              + " swagger.yaml acs jwks jwks.json robots.txt favicon.ico heartbeat up alive");

  /** Last segments that say so of what is about an account, or stands alone. */
  private static final Set<String> STEPS =
      words(
          "verify verification confirm confirmation activate activation reset refresh recover"
              + " recovery forgot challenge session sessions forgotten email");

  private static final Set<String> ACCOUNT =
      words("auth account accounts user users email password passwords signup login otp mfa");

  private static final Set<String> PREFIXES = words("api rest v1 v2 v3 v4");

  private static final String VARIABLE = "{}";

  private PublicPaths() {}

  private static Set<String> words(String words) {
    return Set.of(words.split(" ", -1));
  }

  /**
   * Whether the path of an operation is one of those by its name, or by the configuration.
   *
   * @param exceptions paths; a trailing {@code /**} covers what lies below
   */
  static boolean hold(OpenApiObject operation, List<String> exceptions) {
    String path = operation.parent().orElseThrow().name();
    for (String exception : exceptions) {
      boolean isBelow =
          exception.endsWith("/**")
              && path.startsWith(exception.substring(0, exception.length() - 2));
      if (isBelow || exception.equals(path)) {
        return true;
      }
    }
    return isPublic(segments(path), operation.name().equals("post"));
  }

  private static boolean isPublic(List<String> segments, boolean isPost) {
    String last = "";
    int names = 0;
    boolean isAccount = false;
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i);
      List<String> below = segments.subList(i + 1, segments.size());
      boolean isOne = below.contains(VARIABLE);
      boolean isTaken = isPost && (below.isEmpty() || below.equals(List.of(VARIABLE)));
      if (PUBLIC.contains(segment)
          || (PROTOCOLS.contains(segment) && !isOne)
          || (HOOKS.contains(segment) && (isTaken || (!isOne && !below.isEmpty())))) {
        return true;
      }
      if (!segment.equals(VARIABLE)) {
        isAccount |= ACCOUNT.contains(segment);
        last = segment;
        names++;
      }
    }
    return LAST.contains(last) || ((isAccount || names < 2) && STEPS.contains(last));
  }

  /** What stands between the slashes, in lower case and without separators. */
  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : path.toLowerCase(Locale.ROOT).split("/", -1)) {
      String plain = segment.replace("-", "").replace("_", "");
      plain = plain.startsWith(".well") ? plain.substring(1) : plain;
      if (!plain.isEmpty() && !PREFIXES.contains(plain)) {
        segments.add(plain.indexOf('{') < 0 ? plain : VARIABLE);
      }
    }
    return segments;
  }
}
