package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import java.util.List;
import java.util.Optional;

/** Variables as a project's environment has them. */
final class EnvironmentVariables extends Variables {

  private final Environment environment;
  private final List<Refusal> refusals;
  private final List<VariableUse> uses;

  /** Adds to {@code refusals} what Compose cannot replace or cast, and to {@code uses} all else. */
  EnvironmentVariables(Environment environment, List<Refusal> refusals, List<VariableUse> uses) {
    this.environment = environment;
    this.refusals = refusals;
    this.uses = uses;
  }

  @Override
  Scalar replaced(Scalar scalar, ComposePath path) {
    Scalar replaced = scalar;
    if (scalar.text().indexOf('$') >= 0) {
      Interpolation found = Interpolation.of(scalar.text(), scalar.slice(), environment);
      refuse(Refusal.Kind.INTERPOLATION, found.problem());
      uses.addAll(found.variables());
      replaced = new Scalar(scalar.slice(), found.text(), scalar.type(), found.value());
    }
    Parsed<Scalar> cast = Casts.cast(path, replaced);
    for (Problem problem : cast.problems()) {
      refuse(Refusal.Kind.SHAPE, Optional.of(problem));
    }
    return cast.tree();
  }

  private void refuse(Refusal.Kind kind, Optional<Problem> problem) {
    if (problem.isPresent()) {
      refusals.add(new Refusal(kind, problem.get().slice(), problem.get().message()));
    }
  }
}
