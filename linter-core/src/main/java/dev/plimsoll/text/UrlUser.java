package dev.plimsoll.text;

import java.util.Locale;
import java.util.Set;

/** The part of a URL before its path, as it is written in files: variables and templates in it. */
final class UrlUser {

  private static final int MAX_LENGTH = 512;

  /** The characters below 128 that an authority may have in it. */
  private static final boolean[] PLAIN = new boolean[128];

  static {
    for (char c = '!'; c < PLAIN.length; c++) {
      PLAIN[c] = "/?#\"'`<>|;,()[]{}\\".indexOf(c) < 0;
    }
  }

  private static final Set<String> DEFAULTS =
      Set.of(
          "admin",
          "guest",
          "pass",
          "passwd",
          "password",
          "postgres",
          "pw",
          "pwd",
          "root",
          "secret",
          "token");

  private UrlUser() {}

  /** Where the authority ends that begins at an offset, or -1 where it is none. */
  static int end(String text, int from) {
    int limit = Math.min(text.length(), from + MAX_LENGTH);
    int at = from;
    while (at < limit && isPlain(text.charAt(at))) {
      at++;
    }
    return at - from == MAX_LENGTH ? -1 : at;
  }

  private static boolean isPlain(char c) {
    return c >= PLAIN.length || PLAIN[c];
  }

  /**
   * Whether a user and a password guard nothing: a reference, a placeholder, the same word twice, a
   * machine that is the reader's own.
   */
  static boolean isHarmless(String user, String password, String host) {
    return password.equals(user)
        || DEFAULTS.contains(password.toLowerCase(Locale.ROOT))
        || user.equals("anonymous")
        || isPercentReference(password)
        || password.indexOf('$') >= 0
        || Placeholders.isPlaceholder(password)
        || Placeholders.isReference(user)
        || host.startsWith("localhost")
        || host.startsWith("127.0.0.1")
        || host.startsWith("example.")
        || host.contains(".example");
  }

  /**
   * A percent sign that introduces no escaped byte: {@code %s}, {@code %(name)s}, {@code %VAR%}.
   */
  private static boolean isPercentReference(String password) {
    for (int i = password.indexOf('%'); i >= 0; i = password.indexOf('%', i + 1)) {
      if (i + 2 >= password.length()
          || Character.digit(password.charAt(i + 1), 16) < 0
          || Character.digit(password.charAt(i + 2), 16) < 0) {
        return true;
      }
    }
    return false;
  }
}
