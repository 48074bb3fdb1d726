package dev.plimsoll.rules.compose.secrets;

import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.text.Cells;
import dev.plimsoll.text.OpenValues;
import dev.plimsoll.text.Placeholders;
import dev.plimsoll.text.SecretNames;
import dev.plimsoll.text.SecretTokens;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells names and values of credentials from those that only look like some. */
final class Credentials {

  /** Last words of a name that is that of the credential itself, not of something about it. */
  private static final Set<String> LAST =
      Set.of(
          "PASSWORD",
          "PASSWD",
          "PASS",
          "PWD",
          "PASSPHRASE",
          "SECRET",
          "TOKEN",
          "KEY",
          "APIKEY",
          "CREDENTIAL",
          "CREDENTIALS",
          "BASE");

  private static final int RANDOM_LENGTH = 12;
  private static final int MAX_QUANTITY = 8;

  private Credentials() {}

  /**
   * Whether a variable holds a credential by its name.
   *
   * @param more names that do, beside those that say so
   */
  static boolean isName(String name, List<String> more) {
    return SecretNames.namesCredential(name) || name.equals("APP_KEY") || more.contains(name);
  }

  /** Whether what a variable of such a name holds is the credential itself. */
  static boolean isSecret(String name, String text) {
    String value = text.strip();
    if (isPlaceholder(value) || isPath(value) || isPublic(value) || value.contains("://")) {
      return false;
    }
    if (!SecretTokens.in(value).isEmpty()) {
      return true;
    }
    String last = lastWord(name);
    if (last.equals("AUTH")) {
      return value.indexOf(':') > 0 || value.indexOf('/') > 0 || looksRandom(value);
    }
    if (LAST.contains(last) || last.endsWith("PASSWORD") || last.endsWith("PASS")) {
      return !last.equals("KEY") || !isQuantity(value);
    }
    return looksRandom(value);
  }

  /**
   * Whether nobody takes a value for the credential. One that is easy to guess is one all the same:
   * {@code changeme} lets everybody in.
   */
  static boolean isPlaceholder(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    if (lower.startsWith("change") || lower.equals("example") || lower.contains("12345678")) {
      return Placeholders.isReference(value);
    }
    return Placeholders.isPlaceholder(value);
  }

  private static boolean isPath(String value) {
    return OpenValues.isPath(value) || value.endsWith(".crt");
  }

  /** Whether everybody may know it: a public key, a sum, the hash of a password. */
  private static boolean isPublic(String value) {
    return OpenValues.isPublic(value)
        || value.startsWith("pk_")
        || value.startsWith("$2")
        || value.startsWith("$apr1$")
        || value.startsWith("$argon2");
  }

  /** Digits and a unit: how long, how many. */
  private static boolean isQuantity(String value) {
    int digits = 0;
    while (digits < value.length() && Character.isDigit(value.charAt(digits))) {
      digits++;
    }
    return digits > 0 && value.length() <= MAX_QUANTITY && value.length() - digits <= 2;
  }

  /** Whether it reads like one that a program made. */
  static boolean looksRandom(String value) {
    boolean letter = false;
    boolean digit = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c <= ' ') {
        return false;
      }
      letter |= Character.isLetter(c);
      digit |= Character.isDigit(c);
    }
    return letter && digit && value.length() >= RANDOM_LENGTH;
  }

  private static String lastWord(String name) {
    int end = name.length();
    while (end > 0 && !Character.isLetter(name.charAt(end - 1))) {
      end--; // API_KEY_2
    }
    int start = end;
    while (start > 0 && Character.isLetterOrDigit(name.charAt(start - 1))) {
      start--;
    }
    return name.substring(start, end).toUpperCase(Locale.ROOT);
  }

  /** Whether a set is never started where others could use what stands in it. */
  static boolean isAtHome(ComposeSet set) {
    return set.role() == ComposeRole.DEVELOPMENT
        || set.role() == ComposeRole.TEST
        || isOfTests(set.folder());
  }

  private static boolean isOfTests(String folder) {
    for (String part : Cells.split(folder, '/')) {
      if (part.contains("devcontainer")
          || part.equals("test")
          || part.equals("tests")
          || part.equals("e2e")) {
        return true;
      }
    }
    return false;
  }
}
