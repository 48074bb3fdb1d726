package dev.plimsoll.rules.shell.permissions;

import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Locale;

/** Tells scripts that prepare a host from those that run in a container. */
public final class HostScripts {

  private static final List<String> NAMES =
      List.of(
          "setup",
          "install",
          "provision",
          "bootstrap",
          "deploy",
          "user-data",
          "user_data",
          "userdata",
          "prepare",
          "host");

  /** What only a host does. */
  private static final List<String> WORDS =
      List.of("docker compose", "docker-compose", "docker run", "docker pull", "systemctl");

  private HostScripts() {}

  /**
   * Whether a script runs on a host.
   *
   * @param path of which it speaks: one from the root may be a container's, too
   */
  public static boolean isOne(ScriptContext script, String path, RuleContext context) {
    return switch (script.host()) {
      case FILE -> !isEntrypoint(script) && (!path.startsWith("/") || isKnown(script, context));
      case RECIPE, SERVICE -> true;
      case BUILD, CONTAINER, COMPOSE, STEP -> false;
    };
  }

  private static boolean isEntrypoint(ScriptContext script) {
    Slice text = script.script().slice();
    return text.text().contains("exec \"$@\"") || text.place().file().contains("entrypoint");
  }

  /** A name, or root's rights, say it only of a script that no container is seen to get. */
  private static boolean isKnown(ScriptContext script, RuleContext context) {
    Slice text = script.script().slice();
    String file = text.place().file();
    String name = file.substring(file.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return hasOne(text.text(), WORDS)
        || ((hasOne(name, NAMES) || text.text().contains("sudo "))
            && !context.compose().isMounted(file));
  }

  private static boolean hasOne(String text, List<String> words) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
