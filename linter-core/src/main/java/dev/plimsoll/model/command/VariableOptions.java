package dev.plimsoll.model.command;

import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Cells;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Locale;

/** Options that a command may be given by a variable: {@code $APT_FLAGS}, {@code "$@"}. */
final class VariableOptions {

  private static final List<String> TELLING = List.of("OPT", "ARG", "FLAG", "PARAM", "YES");

  private final List<String> options;
  private final ScriptContext script;

  /**
   * A search for any of these options.
   *
   * @param options without dashes; a letter or two may be joined to others
   */
  VariableOptions(List<String> options, ScriptContext script) {
    this.options = options;
    this.script = script;
  }

  /** Whether a variable among these words gives one, or one that is not known may. */
  boolean mayStandIn(List<ShellWord> words) {
    for (ShellWord word : words) {
      String text = word.unquoted().text();
      boolean expands = !word.isVerbatim() || !word.expansions().isEmpty();
      if (text.length() > 1 && text.charAt(0) == '$' && expands && mayGive(text)) {
        return true;
      }
    }
    return false;
  }

  private boolean mayGive(String expansion) {
    int start = expansion.startsWith("{", 1) ? 2 : 1;
    if ("@*(0123456789!".indexOf(expansion.charAt(start)) >= 0) {
      return true;
    }
    int end = start;
    while (end < expansion.length()
        && (Character.isLetterOrDigit(expansion.charAt(end)) || expansion.charAt(end) == '_')) {
      end++;
    }
    String name = expansion.substring(start, end);
    String text = script.script().slice().text();
    if (text.contains(name + "=")) {
      return areIn(text);
    }
    for (Value value : script.variable(name).alternatives()) {
      if (value instanceof Value.Known known && areIn(known.text())) {
        return true;
      }
      if (!(value instanceof Value.Known) && tells(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean tells(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    for (String word : TELLING) {
      if (upper.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private boolean areIn(String text) {
    for (String word : Cells.split(text.replace('"', ' ').replace('\'', ' '), ' ')) {
      for (String option : options) {
        boolean joined = option.length() <= 2 && word.startsWith("-") && !word.startsWith("--");
        if (joined ? word.contains(option) : word.equals("--" + option)) {
          return true;
        }
      }
    }
    return false;
  }
}
