package dev.plimsoll.project;

import java.util.HashSet;
import java.util.Set;

/**
 * Tells which variables a script fills with a random text in base 64, which may have slashes, plus
 * and equals signs in it.
 */
final class GeneratedSecrets {

  private static final String[] MAKERS = {"openssl rand -base64", "/dev/urandom | base64"};

  /** What takes such characters out again, or writes them in another way. */
  private static final String[] CLEANERS = {
    "| tr ", "|tr ", "| sed ", "|sed ", "jq -sRr @uri", "//+/", "//\\//", "| cut ", "base64url"
  };

  private GeneratedSecrets() {}

  /** Whether a script gives a variable such a text, at once or by way of another variable. */
  static boolean isBase64(String script, String variable) {
    return script.contains("base64") && isBase64(script, variable, new HashSet<>());
  }

  private static boolean isBase64(String script, String variable, Set<String> asked) {
    if (!asked.add(variable) || asked.size() > 4) {
      return false;
    }
    boolean made = false;
    for (int at = script.indexOf(variable + "="); at >= 0; ) {
      int end = AssignedTexts.endOfLine(script, at);
      if (at == 0 || !isOfName(script.charAt(at - 1))) {
        String value = script.substring(at + variable.length() + 1, end);
        if (holds(value, CLEANERS)) {
          return false;
        }
        made |= holds(value, MAKERS) || isOfOther(script, value, asked);
      }
      at = script.indexOf(variable + "=", end);
    }
    return made;
  }

  private static boolean holds(String text, String[] parts) {
    for (String part : parts) {
      if (text.contains(part)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the value is that of another variable, which is made so. */
  private static boolean isOfOther(String script, String value, Set<String> asked) {
    int dollar = value.startsWith("\"") ? 1 : 0;
    if (dollar >= value.length() || value.charAt(dollar) != '$') {
      return false;
    }
    int start = value.startsWith("{", dollar + 1) ? dollar + 2 : dollar + 1;
    int end = start;
    while (end < value.length() && isOfName(value.charAt(end))) {
      end++;
    }
    return end > start && isBase64(script, value.substring(start, end), asked);
  }

  private static boolean isOfName(char c) {
    return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
  }
}
