package dev.plimsoll.model.compose;

import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.small.Substitution;
import dev.plimsoll.parse.small.SubstitutionProblem;
import dev.plimsoll.parse.small.VariableTextReader;
import dev.plimsoll.parse.small.tree.VariableText;
import dev.plimsoll.parse.yaml.ScalarView;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Optional;

/**
 * A scalar of a Compose file once its variables are replaced.
 *
 * @param text what Compose makes of it where nothing but the files sets variables: as written,
 *     where it refuses the scalar
 * @param value what is known of it, wherever variables come from; written where the scalar is
 * @param variables in the order of the text, those in operands after the variable they belong to
 * @param problem why Compose refuses the scalar
 * @param lacksRequired whether Compose refuses the scalar until a variable is set
 */
public record Interpolation(
    String text,
    Value value,
    List<VariableUse> variables,
    Optional<Problem> problem,
    boolean lacksRequired) {

  public Interpolation {
    variables = List.copyOf(variables);
  }

  /**
   * Replaces the variables of a scalar.
   *
   * @param text as YAML decodes it
   * @param scalar where it stands, quotes or the header of a block included
   */
  public static Interpolation of(String text, Slice scalar, Environment environment) {
    if (text.indexOf('$') < 0) {
      return plain(text, scalar);
    }
    VariableText parts = VariableTextReader.read(text);
    Slice decoded = ScalarView.of(text, scalar);
    FileVariables files = new FileVariables(environment);
    Substitution made = Substitution.of(parts, files);
    Optional<Problem> problem =
        made.stop().isEmpty()
            ? Optional.empty()
            : SubstitutionProblem.of(made.stop().get(), decoded);
    Value value =
        problem.isPresent()
            ? new Value.Unknown("Compose refuses it", scalar)
            : new Alternatives(environment, decoded, scalar).of(parts);
    return new Interpolation(
        made.stop().isEmpty() ? made.text() : text,
        value,
        files.uses(parts, decoded),
        problem,
        made.stop().isPresent() && made.stop().get() instanceof Substitution.Missing);
  }

  private static Interpolation plain(String text, Slice scalar) {
    return new Interpolation(
        text, new Value.Known(text, scalar), List.of(), Optional.empty(), false);
  }
}
