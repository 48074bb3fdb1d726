package dev.plimsoll.model.compose;

import dev.plimsoll.parse.small.Substitution;
import dev.plimsoll.parse.small.Substitution.Held;
import dev.plimsoll.parse.small.tree.VariableText;
import dev.plimsoll.parse.small.tree.VariableText.Operator;
import dev.plimsoll.parse.small.tree.VariableText.Variable;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks variables up in the files alone, and remembers which were asked for. */
final class FileVariables implements Substitution.Lookup {

  private final Environment environment;
  private final Set<Integer> reached = new HashSet<>();

  FileVariables(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Held find(Variable variable) {
    reached.add(variable.span().start());
    Optional<Value.Known> value = environment.find(variable.name());
    if (value.isPresent()) {
      return Held.of(value.get().text());
    }
    return variable.name().equals(Environment.PROJECT_NAME)
        ? Held.of(Environment.SOME_PROJECT)
        : Held.UNSET;
  }

  /** All variables of a text, after it was substituted. */
  List<VariableUse> uses(VariableText parts, Slice decoded) {
    List<VariableUse> uses = new ArrayList<>();
    add(parts, decoded, uses);
    return uses;
  }

  private void add(VariableText parts, Slice decoded, List<VariableUse> uses) {
    for (VariableText.Part part : parts.parts()) {
      if (part instanceof Variable variable) {
        uses.add(use(variable, decoded));
        add(variable.operand(), decoded, uses);
      }
    }
  }

  private VariableUse use(Variable variable, Slice decoded) {
    boolean set =
        variable.name().equals(Environment.PROJECT_NAME)
            || environment.find(variable.name()).isPresent();
    return new VariableUse(
        part(decoded, variable.span()),
        part(decoded, variable.nameSpan()),
        variable.operator(),
        variable.emptyIsUnset(),
        variable.operator() == Operator.NONE
            ? Optional.empty()
            : Optional.of(part(decoded, variable.operandSpan())),
        set,
        reached.contains(variable.span().start()));
  }

  private static Slice part(Slice decoded, Span span) {
    return decoded.part(span.start(), span.end());
  }
}
