package dev.plimsoll.rule;

import java.util.Optional;

/** A choice of rules; each holds those before it. */
public enum Profile {
  /**
   * What well-kept projects would thank you for; of its findings, those of medium confidence and
   * up.
   */
  RECOMMENDED("recommended"),
  /** All but the rules that must be asked for by name. */
  STRICT("strict"),
  ALL("all");

  private final String id;

  Profile(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }

  public boolean includes(Profile rule) {
    return rule.compareTo(this) <= 0;
  }

  public static Optional<Profile> of(String id) {
    for (Profile profile : values()) {
      if (profile.id.equals(id)) {
        return Optional.of(profile);
      }
    }
    return Optional.empty();
  }
}
