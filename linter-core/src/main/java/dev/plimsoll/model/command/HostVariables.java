package dev.plimsoll.model.command;

import dev.plimsoll.text.Value;
import java.util.Optional;

/** Puts what is set around a script in the place of the variables in its words. */
public final class HostVariables {

  private final ScriptContext script;

  public HostVariables(ScriptContext script) {
    this.script = script;
  }

  /**
   * A word with its variables replaced, each by its default.
   *
   * @return none where the script sets one of them, where nothing around it does, and where there
   *     is another expansion
   */
  public Optional<String> replace(String word) {
    StringBuilder text = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if ("`~?[]{}'\"\\".indexOf(c) >= 0) {
        return Optional.empty();
      }
      if (c != '$') {
        text.append(c);
        continue;
      }
      boolean braced = word.startsWith("{", i + 1);
      int start = braced ? i + 2 : i + 1;
      int end = nameEnd(word, start);
      Optional<String> value =
          braced && !word.startsWith("}", end)
              ? Optional.empty()
              : value(word.substring(start, end));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      text.append(value.get());
      i = braced ? end : end - 1;
    }
    return Optional.of(text.toString());
  }

  private Optional<String> value(String name) {
    if (name.isEmpty() || isSetWithin(name)) {
      return Optional.empty();
    }
    Value value = script.variable(name).alternatives().get(0);
    return value instanceof Value.Known known && !known.text().isEmpty()
        ? Optional.of(known.text())
        : Optional.empty();
  }

  private boolean isSetWithin(String name) {
    String text = script.script().slice().text();
    return text.contains(name + "=")
        || text.contains("for " + name + " ")
        || text.contains("read ")
        || text.contains("local ");
  }

  private static int nameEnd(String word, int start) {
    int end = start;
    while (end < word.length()
        && (Character.isLetterOrDigit(word.charAt(end)) || word.charAt(end) == '_')) {
      end++;
    }
    return end;
  }
}
