package dev.plimsoll.rules.openapi.naming;

import dev.plimsoll.text.NameWords;
import java.util.Locale;
import java.util.regex.Pattern;

/** A way to write a name of several words. */
enum Casing {
  KEBAB("[a-z0-9]+(-[a-z0-9]+)*", "-"),
  SNAKE("[a-z0-9]+(_[a-z0-9]+)*", "_"),
  CAMEL("[a-z][a-zA-Z0-9]*", ""),
  PASCAL("[A-Z][a-zA-Z0-9]*", "");

  private final Pattern pattern;
  private final String separator;

  Casing(String pattern, String separator) {
    this.pattern = Pattern.compile(pattern);
    this.separator = separator;
  }

  /** The one of a name, {@code kebab}. */
  static Casing of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** Whether a name is written so. */
  boolean is(String name) {
    return pattern.matcher(name).matches();
  }

  /** The name written so. */
  String write(String name) {
    StringBuilder written = new StringBuilder();
    for (String word : NameWords.of(name)) {
      boolean isCapital = this == PASCAL || (this == CAMEL && !written.isEmpty());
      String lower = word.toLowerCase(Locale.ROOT);
      written.append(written.isEmpty() ? "" : separator);
      written.append(isCapital ? Character.toUpperCase(lower.charAt(0)) : lower.charAt(0));
      written.append(lower, 1, lower.length());
    }
    return written.toString();
  }
}
