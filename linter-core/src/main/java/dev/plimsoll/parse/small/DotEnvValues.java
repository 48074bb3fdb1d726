package dev.plimsoll.parse.small;

import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.small.tree.DotEnvFile;
import dev.plimsoll.parse.small.tree.VariableText;
import dev.plimsoll.parse.small.tree.VariableText.Variable;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of a file of variables so far; each may refer to those before it. */
final class DotEnvValues implements Substitution.Lookup {

  /** Characters of all values together. */
  private static final int MAX_TOTAL = 16 << 20;

  private final Map<String, String> environment;
  private final Map<String, String> values;
  private long total;
  private Optional<Problem> problem = Optional.empty();

  DotEnvValues(Map<String, String> environment, Map<String, String> earlier) {
    this.environment = environment;
    this.values = new HashMap<>(earlier);
  }

  boolean isFull() {
    return total > MAX_TOTAL;
  }

  /** What is wrong with the value that was made last. */
  Optional<Problem> problem() {
    return problem;
  }

  /** An entry without a value of its own. */
  DotEnvFile.Entry inherited(Slice key) {
    Optional<String> text = find(key.text());
    if (text.isPresent()) {
      values.put(key.text(), text.get());
    }
    return new DotEnvFile.Entry(key, Optional.empty(), text, List.of());
  }

  /** An entry in whose value a dollar is a dollar. */
  DotEnvFile.Entry literal(Slice key, Slice value, Slice decoded) {
    problem = Optional.empty();
    String text = decoded.text();
    put(key, text);
    return new DotEnvFile.Entry(key, Optional.of(value), Optional.of(text), List.of());
  }

  /** An entry in whose value variables are replaced. */
  DotEnvFile.Entry expanded(Slice key, Slice value, Slice decoded) {
    String written = decoded.text();
    if (written.indexOf('$') < 0) {
      return literal(key, value, decoded);
    }
    problem = Optional.empty();
    VariableText parts = VariableTextReader.read(written);
    List<DotEnvFile.Reference> references = new ArrayList<>();
    addReferences(parts, decoded, references);
    Substitution made = Substitution.of(parts, this);
    if (made.stop().isPresent()) {
      problem = SubstitutionProblem.of(made.stop().get(), decoded);
      return new DotEnvFile.Entry(key, Optional.of(value), Optional.empty(), references);
    }
    put(key, made.text());
    return new DotEnvFile.Entry(key, Optional.of(value), Optional.of(made.text()), references);
  }

  private void put(Slice key, String text) {
    values.put(key.text(), text);
    total += text.length();
  }

  private Optional<String> find(String name) {
    String outer = environment.get(name);
    return Optional.ofNullable(outer == null ? values.get(name) : outer);
  }

  @Override
  public Substitution.Held find(Variable variable) {
    Optional<String> text = find(variable.name());
    return text.isPresent() ? Substitution.Held.of(text.get()) : Substitution.Held.UNSET;
  }

  private void addReferences(
      VariableText parts, Slice decoded, List<DotEnvFile.Reference> references) {
    for (VariableText.Part part : parts.parts()) {
      if (part instanceof Variable variable) {
        Slice name = decoded.part(variable.nameSpan().start(), variable.nameSpan().end());
        boolean set = find(variable.name()).isPresent();
        references.add(new DotEnvFile.Reference(name, variable.operator(), set));
        addReferences(variable.operand(), decoded, references);
      }
    }
  }
}
