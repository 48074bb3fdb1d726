package dev.plimsoll.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Tells a shell script without an ending by its first line. */
final class ShellShebang {

  private static final Set<String> SHELLS =
      Set.of("sh", "bash", "dash", "ash", "ksh", "mksh", "zsh", "busybox");

  private ShellShebang() {}

  /** Whether a file begins with a line that names a shell; one that cannot be read does not. */
  static boolean isIn(Workspace workspace, String name) {
    if (workspace.size(name) > FileFinder.LARGEST) {
      return false;
    }
    try {
      byte[] bytes = workspace.read(name).view();
      String start = new String(bytes, 0, Math.min(bytes.length, 256), StandardCharsets.UTF_8);
      return start.startsWith("#!")
          && namesShell(start.substring(2).lines().findFirst().orElse(""));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean namesShell(String line) {
    for (String word : line.strip().split("[ \\t]+", -1)) {
      String program = word.substring(word.lastIndexOf('/') + 1);
      boolean passesOn = program.equals("env") || program.equals("with-contenv");
      if (!passesOn && !word.startsWith("-") && word.indexOf('=') < 0) {
        return SHELLS.contains(program);
      }
    }
    return false;
  }
}
