package dev.plimsoll.parse.small;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * The shell of a step: GitHub, Workflow syntax, {@code jobs.<job_id>.steps[*].shell} and the table
 * below it.
 */
final class StepShell {

  static final List<String> BASH = List.of("bash", "-e", "{0}");
  static final List<String> SH = List.of("sh", "-e", "{0}");

  private static final List<String> NAMED_BASH =
      List.of("bash", "--noprofile", "--norc", "-eo", "pipefail", "{0}");
  private static final Set<String> SHELLS =
      Set.of("sh", "bash", "dash", "ash", "ksh", "zsh", "busybox");

  private StepShell() {}

  /** The words that start a shell that a step names; none where it is none that is read here. */
  static List<String> named(String shell) {
    if (shell.equals("bash")) {
      return NAMED_BASH;
    }
    return shell.equals("sh") ? SH : shell.contains("${{") ? List.of() : words(shell);
  }

  /** From the shell on, which others may start. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(line.replace('"', ' ').replace('\'', ' '));
    while (tokens.hasMoreTokens()) {
      String word = tokens.nextToken();
      String name = word.substring(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1);
      String program = name.endsWith(".exe") ? name.substring(0, name.length() - 4) : name;
      if (!words.isEmpty()) {
        words.add(word);
      } else if (SHELLS.contains(program)) {
        words.add(program);
      }
    }
    return words;
  }
}
