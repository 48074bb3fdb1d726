package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import java.util.Optional;

/** Replaces the variables in every text of a document, and makes of it what its path asks for. */
final class Variables extends NodePass {

  private final Environment environment;
  private final Loading loading;

  /** Tells {@code loading} of variables, and of texts that are refused, which stay as written. */
  Variables(Environment environment, Loading loading) {
    this.environment = environment;
    this.loading = loading;
  }

  @Override
  Optional<ComposeNode> replace(ComposeNode node, ComposePath path) {
    return node instanceof Scalar scalar && scalar.type() == ComposeNode.Type.STRING
        ? Optional.of(replaced(scalar, path))
        : Optional.empty();
  }

  private Scalar replaced(Scalar scalar, ComposePath path) {
    Interpolation made = Interpolation.of(scalar.text(), scalar.slice(), environment);
    if (!made.variables().isEmpty()) {
      loading.interpolations().add(made);
    }
    if (made.problem().isPresent()) {
      refuse(Refusal.Kind.INTERPOLATION, made.problem().get());
    }
    Scalar text =
        new Scalar(
            scalar.slice(), scalar.text(), made.text(), ComposeNode.Type.STRING, made.value());
    Parsed<Scalar> cast = Casts.cast(path, text);
    for (Problem problem : cast.problems()) {
      refuse(Refusal.Kind.SHAPE, problem);
    }
    return cast.tree();
  }

  private void refuse(Refusal.Kind kind, Problem problem) {
    loading.refusals().add(new Refusal(kind, problem.slice(), problem.message()));
  }
}
