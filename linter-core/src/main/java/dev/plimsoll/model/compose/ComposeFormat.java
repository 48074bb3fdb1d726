package dev.plimsoll.model.compose;

/** How some texts must be formed. */
enum ComposeFormat {
  /** A letter or digit before a letter, digit or one of {@code _.-}, somewhere in it. */
  CONTAINER_NAME("two or more letters, digits and \"_\", \".\", \"-\" that begin with neither") {
    @Override
    boolean allows(String text) {
      for (int i = 0; i + 1 < text.length(); i++) {
        if (isAlphanumeric(text.charAt(i)) && isOfName(text.charAt(i + 1))) {
          return true;
        }
      }
      return false;
    }
  },

  PULL_POLICY(
      "always, never, build, missing, if_not_present, refresh, daily, weekly or a time like every_12h") {
    @Override
    boolean allows(String text) {
      return switch (text) {
        case "always",
            "never",
            "build",
            "if_not_present",
            "missing",
            "refresh",
            "daily",
            "weekly" ->
            true;
        default -> text.startsWith("every_") && isPeriod(text.substring("every_".length()));
      };
    }
  };

  private final String described;

  ComposeFormat(String described) {
    this.described = described;
  }

  abstract boolean allows(String text);

  /** What messages say it must be. */
  String described() {
    return described;
  }

  static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  static boolean isOfName(char c) {
    return isAlphanumeric(c) || c == '_' || c == '.' || c == '-';
  }

  /** Whether it is numbers with the letter of a unit after each. */
  private static boolean isPeriod(String text) {
    boolean digits = false;
    boolean unit = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (!digit && (!digits || "wdhms".indexOf(c) < 0)) {
        return false;
      }
      digits = digit;
      unit = !digit;
    }
    return unit;
  }
}
