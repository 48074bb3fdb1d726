package dev.plimsoll.text;

import java.util.Locale;
import java.util.Set;

/** Tells from a variable's name whether its value is to be kept out of every output. */
public final class SecretNames {

  private static final Set<String> WORDS =
      Set.of(
          "PASSWORD",
          "PASSWD",
          "PASS",
          "PWD",
          "PASSPHRASE",
          "SECRET",
          "SECRETS",
          "TOKEN",
          "APIKEY",
          "CREDENTIAL",
          "CREDENTIALS",
          "AUTH");

  private static final Set<String> KEYS =
      Set.of("API", "ACCESS", "PRIVATE", "SIGNING", "ENCRYPTION");

  private SecretNames() {}

  /**
   * Whether one of the name's words says so: {@code DB_PASSWORD}, {@code api-key}. It would rather
   * mask too much: masking costs a reader an excerpt, no more.
   */
  public static boolean announcesSecret(String name) {
    String before = "";
    for (String word : name.toUpperCase(Locale.ROOT).split("[^A-Z0-9]+", -1)) {
      if (WORDS.contains(word) || (word.equals("KEY") && KEYS.contains(before))) {
        return true;
      }
      before = word;
    }
    return false;
  }
}
