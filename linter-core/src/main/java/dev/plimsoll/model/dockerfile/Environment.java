package dev.plimsoll.model.dockerfile;

import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;

/** The variables in force at one place, and how words are expanded there. */
public final class Environment {

  private final char escape;
  private final Variables variables;

  Environment(char escape, Variables variables) {
    this.escape = escape;
    this.variables = variables;
  }

  /** What a word says once quotes and escapes are undone and variables are replaced. */
  Value valueOf(Slice word) {
    return Choices.expand(word, escape, variables);
  }

  /** What a variable holds; nothing where it is not set. */
  Value variable(String name, Slice asked) {
    List<Value> values = new ArrayList<>();
    for (Binding binding : variables.find(name)) {
      if (binding instanceof Binding.Text text) {
        values.add(new Value.Known(text.text(), text.origin()));
      } else if (binding instanceof Binding.Unknown unknown) {
        values.add(unknown.value());
      } else {
        values.add(new Value.Known("", asked));
      }
    }
    return Value.of(values);
  }

  boolean declares(String name) {
    return variables.declares(name);
  }

  List<Binding> find(String name) {
    return variables.find(name);
  }

  Environment with(String name, List<Binding> bindings) {
    return new Environment(escape, variables.with(name, bindings));
  }

  /** What a variable holds that is set to a value. */
  static List<Binding> bindings(Value value) {
    List<Binding> bindings = new ArrayList<>();
    for (Value alternative : value.alternatives()) {
      if (alternative instanceof Value.Known known) {
        bindings.add(new Binding.Text(known.text(), known.origin()));
      } else if (alternative instanceof Value.Unknown unknown) {
        bindings.add(new Binding.Unknown(unknown));
      }
    }
    return bindings;
  }
}
