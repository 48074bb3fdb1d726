package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeRole;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the names of the files tell of a set. */
final class SetNames {

  private SetNames() {}

  /** In the order in which Compose looks for them. */
  static final List<String> DEFAULTS =
      List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");

  /**
   * The name of a set: what tells each file from a default one, which is {@code base}.
   *
   * @param taken those of other sets, to which this one is added
   */
  static String name(List<String> files, Set<String> taken) {
    List<String> labels = new ArrayList<>();
    for (String file : files) {
      boolean isDefault = DEFAULTS.contains(file.substring(file.lastIndexOf('/') + 1));
      labels.add(isDefault ? "base" : label(file));
    }
    String name = String.join("+", labels);
    if (Set.copyOf(labels).size() < labels.size() || taken.contains(name)) {
      name = String.join("+", files);
    }
    taken.add(name);
    return name;
  }

  /** What tells a file from the default one: {@code prod} for docker-compose.prod.yml. */
  private static String label(String name) {
    String base = name.substring(name.lastIndexOf('/') + 1);
    String stem = base.substring(0, base.lastIndexOf('.'));
    for (String start : List.of("docker-compose.", "docker-compose-", "compose.", "compose-")) {
      if (stem.startsWith(start) && stem.length() > start.length()) {
        return stem.substring(start.length());
      }
    }
    return stem;
  }

  /** What it is for, where its names agree. */
  static ComposeRole role(List<String> files) {
    Set<ComposeRole> roles = EnumSet.noneOf(ComposeRole.class);
    for (String file : files) {
      String base = file.substring(file.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
      for (String word : base.split("[^a-z0-9]+", -1)) {
        roles.add(roleOf(word));
      }
    }
    roles.remove(ComposeRole.UNKNOWN);
    return roles.size() == 1 ? roles.iterator().next() : ComposeRole.UNKNOWN;
  }

  private static ComposeRole roleOf(String word) {
    return switch (word) {
      case "prod", "production", "live" -> ComposeRole.PRODUCTION;
      case "dev", "develop", "development", "local", "debug" -> ComposeRole.DEVELOPMENT;
      case "build" -> ComposeRole.BUILD;
      case "test", "tests", "testing", "e2e", "ci" -> ComposeRole.TEST;
      default -> ComposeRole.UNKNOWN;
    };
  }
}
