package dev.plimsoll.model.dockerfile;

import java.util.Optional;
import java.util.StringTokenizer;

/** What a comment before an instruction says about which program runs its script. */
final class ShellNames {

  private ShellNames() {}

  /** The next word without its path, or nothing after the last. */
  private static String next(StringTokenizer words) {
    String word = words.hasMoreTokens() ? words.nextToken() : "";
    return word.substring(word.lastIndexOf('/') + 1);
  }

  /**
   * The program of {@code # hadolint shell=…}, which says what runs the RUNs after it; empty in any
   * other comment.
   */
  static Optional<String> pragma(String comment) {
    StringTokenizer words = new StringTokenizer(comment.substring(1));
    if (!words.hasMoreTokens() || !words.nextToken().equals("hadolint")) {
      return Optional.empty();
    }
    String setting = words.hasMoreTokens() ? words.nextToken() : "";
    return setting.startsWith("shell=")
        ? Optional.of(next(new StringTokenizer(setting.substring("shell=".length()))))
        : Optional.empty();
  }
}
