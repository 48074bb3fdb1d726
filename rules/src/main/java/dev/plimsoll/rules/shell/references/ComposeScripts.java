package dev.plimsoll.rules.shell.references;

import dev.plimsoll.model.command.ScriptContext;

/** Scripts that run beside the files of a project, not in a container. */
final class ComposeScripts {

  private ComposeScripts() {}

  static boolean isOnMachine(ScriptContext script) {
    return switch (script.host()) {
      case FILE, RECIPE, SERVICE, STEP -> true;
      case BUILD, CONTAINER, COMPOSE -> false;
    };
  }
}
