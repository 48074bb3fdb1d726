package dev.plimsoll.rules.compose.development;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A variable that switches a mode of a framework on, as its manual has it.
 *
 * @param values those of development, in lower case
 * @param production what takes their place
 */
record DevelopmentMode(Set<String> values, String production) {

  private static final Set<String> ON = Set.of("1", "true", "yes", "on");
  private static final Set<String> NAMES = Set.of("development", "dev");

  private static final Map<String, DevelopmentMode> ALL =
      Map.ofEntries(
          Map.entry("APP_DEBUG", new DevelopmentMode(ON, "")),
          Map.entry(
              "APP_ENV", new DevelopmentMode(Set.of("local", "dev", "development"), "production")),
          Map.entry("ASPNETCORE_ENVIRONMENT", new DevelopmentMode(NAMES, "Production")),
          Map.entry("DEBUG", new DevelopmentMode(ON, "")),
          Map.entry("DJANGO_DEBUG", new DevelopmentMode(ON, "")),
          Map.entry("DOTNET_ENVIRONMENT", new DevelopmentMode(NAMES, "Production")),
          Map.entry("FLASK_DEBUG", new DevelopmentMode(ON, "")),
          Map.entry("FLASK_ENV", new DevelopmentMode(NAMES, "production")),
          Map.entry("GIN_MODE", new DevelopmentMode(Set.of("debug"), "release")),
          Map.entry("MIX_ENV", new DevelopmentMode(NAMES, "prod")),
          Map.entry("NODE_ENV", new DevelopmentMode(NAMES, "production")),
          Map.entry("QUARKUS_PROFILE", new DevelopmentMode(NAMES, "prod")),
          Map.entry("RACK_ENV", new DevelopmentMode(NAMES, "production")),
          Map.entry("RAILS_ENV", new DevelopmentMode(NAMES, "production")),
          Map.entry("SPRING_PROFILES_ACTIVE", new DevelopmentMode(NAMES, "prod")),
          Map.entry("SYMFONY_ENV", new DevelopmentMode(NAMES, "prod")),
          Map.entry("WORDPRESS_DEBUG", new DevelopmentMode(ON, "")),
          Map.entry("WP_DEBUG", new DevelopmentMode(ON, "")));

  /** What a variable of that name switches on; nothing where it is no such variable. */
  static Optional<DevelopmentMode> of(String variable) {
    return Optional.ofNullable(ALL.get(variable));
  }

  /** What stands for production in the place of a value, spelled alike. */
  String instead(String value) {
    if (!production.isEmpty()) {
      return production;
    }
    return switch (value) {
      case "1" -> "0";
      case "True" -> "False";
      case "yes" -> "no";
      case "on" -> "off";
      default -> "false";
    };
  }
}
