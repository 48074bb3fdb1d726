package dev.plimsoll.model.dockerfile;

import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.parse.shell.tree.Dialect;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * In which dialect a script is read. The strict one is for a shell that is known to be dash: others
 * that are called sh know some of what bash does.
 */
final class RunDialect {

  private static final Set<String> LENIENT =
      Set.of("bash", "ash", "ksh", "ksh93", "mksh", "zsh", "busybox");

  private RunDialect() {}

  /**
   * The dialect of a program, given without its path.
   *
   * @return empty where it is no shell that is read here
   */
  static Optional<Dialect> of(String program, Optional<BaseImage> image) {
    if (program.equals("sh")) {
      boolean dash = image.isPresent() && image.get().sh() == BaseImage.Sh.DASH;
      return Optional.of(dash ? Dialect.POSIX : Dialect.BASH);
    }
    if (program.equals("dash")) {
      return Optional.of(Dialect.POSIX);
    }
    return LENIENT.contains(program) ? Optional.of(Dialect.BASH) : Optional.empty();
  }

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
