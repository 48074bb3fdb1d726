package dev.plimsoll.project;

import dev.plimsoll.model.compose.VariableUse;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/**
 * A variable that Compose replaces, and that the container alone knows.
 *
 * @param where what sets it there: a key, a name in an env file
 * @param dollars the places of the dollar signs that are to be doubled, each empty
 */
public record ContainerVariable(
    VariableUse use, Knower knower, Optional<Slice> where, List<Slice> dollars) {

  public ContainerVariable {
    dollars = List.copyOf(dollars);
  }

  /** Who would know it. */
  public enum Knower {
    ENVIRONMENT,
    ENV_FILE,
    SCRIPT,
    /** Nobody: it is a part of a password's hash. */
    HASH
  }
}
