package dev.plimsoll.model.dockerfile;

import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Expands a word once for every combination of what its variables may hold: within one expansion a
 * variable holds the same wherever it stands.
 */
final class Choices {

  /** Beyond so many combinations the rest counts as unknown. */
  private static final int MAX_COMBINATIONS = 16;

  private final Variables variables;
  private final Map<String, Integer> positions = new HashMap<>();
  private final List<List<Binding>> found = new ArrayList<>();
  private final List<Integer> chosen = new ArrayList<>();
  private final List<Value> assumed = new ArrayList<>();

  private Choices(Variables variables) {
    this.variables = variables;
  }

  /** What a word says, as written, in the place where the variables are in force. */
  static Value expand(Slice word, char escape, Variables variables) {
    String text = word.text();
    return isPlain(text, escape)
        ? new Value.Known(text, word)
        : new Choices(variables).all(text, word, escape);
  }

  private static boolean isPlain(String text, char escape) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '$' || c == '\'' || c == '"' || c == escape) {
        return false;
      }
    }
    return true;
  }

  private Value all(String text, Slice word, char escape) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < MAX_COMBINATIONS; i++) {
      values.add(new Expansion(text, word, escape, this).value());
      if (!next()) {
        values.addAll(assumed);
        return Value.of(values);
      }
    }
    values.add(new Value.Unknown("too many values are possible", word));
    return Value.of(values);
  }

  /** The next combination: the last variable met changes first; false after the last one. */
  private boolean next() {
    while (!chosen.isEmpty()) {
      int last = chosen.size() - 1;
      if (chosen.get(last) + 1 < found.get(last).size()) {
        chosen.set(last, chosen.get(last) + 1);
        return true;
      }
      chosen.remove(last);
      found.remove(last);
      positions.values().remove(last);
    }
    return false;
  }

  Binding find(String name) {
    Integer position = positions.get(name);
    if (position == null) {
      position = found.size();
      positions.put(name, position);
      found.add(variables.find(name));
      chosen.add(0);
    }
    return found.get(position).get(chosen.get(position));
  }

  /**
   * What a name holds. One that nothing in the file sets counts as unset here, since operators that
   * ask are written for that case; the value is a choice then.
   */
  Binding orUnset(String name) {
    Binding binding = find(name);
    if (binding instanceof Binding.Unknown unknown && isDefault(name)) {
      assumed.add(unknown.value());
      return new Binding.Unset();
    }
    return binding;
  }

  private boolean isDefault(String name) {
    Integer position = positions.get(name);
    return position != null && chosen.get(position) == 0;
  }
}
