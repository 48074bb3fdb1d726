package dev.plimsoll.rules.dockerfile.secrets;

import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.OpenValues;
import dev.plimsoll.text.Placeholders;
import dev.plimsoll.text.SecretTokens;
import dev.plimsoll.text.Value;
import java.util.Locale;

/** Tells values of variables that are called like a credential and hold none. */
final class CredentialValues {

  private CredentialValues() {}

  /** Whether a value is known, and a credential that no other rule reports by its looks. */
  static boolean isCredential(Word name, Value value) {
    Value first = value.alternatives().get(0);
    return first instanceof Value.Known known
        && !isHarmless(known.text())
        && !(name.text().toUpperCase(Locale.ROOT).contains("KEY") && isHex(known.text()))
        && SecretTokens.in(known.text()).isEmpty();
  }

  /** A placeholder, a path, an address, a public key, a sum. */
  static boolean isHarmless(String text) {
    String value = text.strip();
    return Placeholders.isPlaceholder(value)
        || OpenValues.isPath(value)
        || OpenValues.isPublic(value)
        || (value.contains("://") && SecretTokens.in(value).isEmpty());
  }

  /** Whether it reads like the fingerprint of a key. */
  private static boolean isHex(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.digit(text.charAt(i), 16) < 0 && text.charAt(i) != ' ') {
        return false;
      }
    }
    return text.length() == 8 || text.length() == 16 || text.length() == 40;
  }
}
