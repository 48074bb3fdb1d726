package dev.plimsoll.project;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.parse.shell.tree.ShellWord;
import java.util.Set;

/** What programs that a build runs may do to folders, as far as that is known by their names. */
final class BuildPrograms {

  /** Programs that make no folder but those that they are told to. */
  private static final Set<String> HARMLESS =
      Set.of(
          ":",
          "[",
          "addgroup",
          "cat",
          "chgrp",
          "chpasswd",
          "curl",
          "cut",
          "date",
          "echo",
          "env",
          "export",
          "false",
          "grep",
          "groupadd",
          "groupmod",
          "hash",
          "head",
          "id",
          "ldconfig",
          "ln",
          "ls",
          "passwd",
          "printf",
          "pwd",
          "read",
          "rmdir",
          "sed",
          "set",
          "shift",
          "sleep",
          "sort",
          "sync",
          "test",
          "touch",
          "tr",
          "true",
          "umask",
          "uname",
          "unlink",
          "unset",
          "usermod",
          "wget",
          "which");

  /** Folders that package managers and build tools make where they are run. */
  private static final Set<String> MADE_BY_TOOLS =
      Set.of("node_modules", "vendor", "venv", ".venv", "target", "build", "dist", "bin", "obj");

  private static final Set<String> WRAPPER_SCRIPTS = Set.of("mvnw", "gradlew", "configure");

  private BuildPrograms() {}

  /** Whether a program makes no folder but those that it is told to. */
  static boolean isHarmless(String program) {
    return HARMLESS.contains(program);
  }

  /** Whether package managers and build tools may make a folder of that name where they run. */
  static boolean isMadeByTools(String name) {
    return MADE_BY_TOOLS.contains(name);
  }

  /** Whether a command runs a script, which may do anything. */
  static boolean isScript(Command command) {
    String name = command.name().text();
    String program = command.program();
    if (WRAPPER_SCRIPTS.contains(program)) {
      return false;
    }
    boolean standard =
        name.startsWith("/bin/") || name.startsWith("/usr/bin/") || name.startsWith("/sbin/");
    if (program.endsWith(".sh") || (name.indexOf('/') >= 0 && !standard)) {
      return true;
    }
    boolean shell = program.equals("sh") || program.equals("bash") || program.equals("ash");
    return (shell && (command.arguments().isEmpty() || !hasText(command)))
        || program.equals("source")
        || program.equals(".")
        || program.equals("eval");
  }

  private static boolean hasText(Command shell) {
    for (ShellWord word : shell.arguments()) {
      if (word.text().startsWith("-") && word.text().endsWith("c")) {
        return true;
      }
    }
    return false;
  }
}
