package dev.plimsoll.model.dockerfile;

import java.util.Optional;
import java.util.StringTokenizer;

/** What says which program runs a script: its first line, or a comment before its instruction. */
final class ShellNames {

  private ShellNames() {}

  /** The program that a script's first line names, without its path; empty without a shebang. */
  static Optional<String> shebang(String script) {
    if (!script.startsWith("#!")) {
      return Optional.empty();
    }
    int end = script.indexOf('\n');
    String line = end < 0 ? script : script.substring(0, end);
    StringTokenizer words = new StringTokenizer(line.substring("#!".length()));
    String program = next(words);
    if (program.equals("env")) {
      do {
        program = next(words);
      } while (program.startsWith("-") || program.indexOf('=') >= 0);
    }
    return Optional.of(program);
  }

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
