package dev.plimsoll.fix;

/** What applying a fix needs. */
public enum Safety {
  /** The judged model stays equal: applied by {@code --fix}. */
  SAFE,
  /** The model changes where the fix declares it: applied by {@code --fix --unsafe-fixes}. */
  UNSAFE,
  /** A person must fill in a value: never applied. */
  SHOW,
  /** For a rule's metadata: it offers no fix. */
  NONE;

  /** As it stands in reports. */
  public String id() {
    return switch (this) {
      case SAFE -> "safe";
      case UNSAFE -> "unsafe";
      case SHOW -> "show";
      case NONE -> "none";
    };
  }
}
