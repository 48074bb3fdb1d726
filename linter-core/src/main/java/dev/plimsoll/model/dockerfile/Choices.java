package dev.plimsoll.model.dockerfile;

import dev.plimsoll.text.Combinations;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Expands a word once for every combination of what its variables may hold: within one expansion a
 * variable holds the same wherever it stands.
 */
final class Choices implements Combinations.Possible<Binding> {

  private final Variables variables;
  private final Combinations<Binding> combinations = new Combinations<>(this);
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
    for (int i = 0; i < Combinations.MOST; i++) {
      values.add(new Expansion(text, word, escape, this).value());
      if (!combinations.next()) {
        values.addAll(assumed);
        return Value.of(values);
      }
    }
    values.add(new Value.Unknown("too many values are possible", word));
    return Value.of(values);
  }

  @Override
  public List<Binding> of(String name) {
    return variables.find(name);
  }

  Binding find(String name) {
    return combinations.find(name);
  }

  /**
   * What a name holds. One that nothing in the file sets counts as unset here, since operators that
   * ask are written for that case; the value is a choice then.
   */
  Binding orUnset(String name) {
    Binding binding = find(name);
    if (binding instanceof Binding.Unknown unknown && combinations.isDefault(name)) {
      assumed.add(unknown.value());
      return new Binding.Unset();
    }
    return binding;
  }
}
