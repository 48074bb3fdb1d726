package dev.plimsoll.model.compose;

import dev.plimsoll.parse.small.Substitution;
import dev.plimsoll.parse.small.Substitution.Held;
import dev.plimsoll.parse.small.Substitution.State;
import dev.plimsoll.parse.small.tree.VariableText;
import dev.plimsoll.parse.small.tree.VariableText.Operator;
import dev.plimsoll.parse.small.tree.VariableText.Variable;
import dev.plimsoll.text.Combinations;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Replaces the variables of a text once for every combination of what they may hold: what a file
 * says, or anything that the environment says instead. Within one combination a variable holds the
 * same wherever it stands.
 */
final class Alternatives implements Substitution.Lookup, Combinations.Possible<Held> {

  private final Environment environment;
  private final Slice decoded;
  private final Slice scalar;
  private final Combinations<Held> combinations = new Combinations<>(this);

  /**
   * @param decoded the text, in which variables have their places
   * @param scalar where it is written
   */
  Alternatives(Environment environment, Slice decoded, Slice scalar) {
    this.environment = environment;
    this.decoded = decoded;
    this.scalar = scalar;
  }

  /** What the text may be. */
  Value of(VariableText text) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < Combinations.MOST; i++) {
      values.add(value(Substitution.of(text, this)));
      if (!combinations.next()) {
        return Value.of(values);
      }
    }
    values.add(new Value.Unknown("too many values are possible", scalar));
    return Value.of(values);
  }

  private Value value(Substitution made) {
    if (made.stop().isEmpty()) {
      return new Value.Known(made.text(), scalar);
    }
    Substitution.Stop stop = made.stop().get();
    if (stop instanceof Substitution.Open open) {
      return unknown(open.variable());
    }
    if (stop instanceof Substitution.Missing missing) {
      return unknown(missing.variable());
    }
    return new Value.Unknown("Compose may refuse it", scalar);
  }

  private Value unknown(Variable variable) {
    boolean written =
        environment.find(variable.name()).isPresent() || variable.operator() == Operator.DEFAULT;
    String reason =
        written
            ? "the environment may set " + variable.name()
            : "no file says what " + variable.name() + " is";
    Slice name = decoded.part(variable.nameSpan().start(), variable.nameSpan().end());
    return new Value.Unknown(reason, name);
  }

  @Override
  public Held find(Variable variable) {
    Held held = combinations.find(variable.name());
    boolean needed =
        variable.operator() == Operator.NONE || variable.operator() == Operator.REQUIRED;
    return held.state() == State.UNSET && needed ? Held.OPEN : held;
  }

  /** What it holds first where nothing but the files sets variables. */
  @Override
  public List<Held> of(String name) {
    Optional<Value.Known> value = environment.find(name);
    if (value.isPresent()) {
      return List.of(Held.of(value.get().text()), Held.OPEN, Held.EMPTIED);
    }
    return name.equals(Environment.PROJECT_NAME)
        ? List.of(Held.OPEN)
        : List.of(Held.UNSET, Held.OPEN);
  }
}
