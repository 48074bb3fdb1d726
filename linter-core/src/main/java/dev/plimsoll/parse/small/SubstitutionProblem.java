package dev.plimsoll.parse.small;

import dev.plimsoll.parse.Problem;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/** What to say of a text that Compose cannot substitute. */
public final class SubstitutionProblem {

  private SubstitutionProblem() {}

  /**
   * The problem, unless the text only lacks a variable.
   *
   * @param decoded the text, in whose characters the stop counts
   */
  public static Optional<Problem> of(Substitution.Stop stop, Slice decoded) {
    if (stop instanceof Substitution.Refused refused) {
      Slice dollar = decoded.part(refused.dollar().start(), refused.dollar().end());
      return Optional.of(
          refused.tooDeep()
              ? limit(dollar, "this variable is in more than 100 others and was not read")
              : new Problem(
                  Problem.Kind.SYNTAX,
                  dollar,
                  "\"${\" begins no variable that Compose knows; write \"$$\" for a dollar sign"));
    }
    return stop instanceof Substitution.TooLong
        ? Optional.of(limit(decoded, "with its variables this is too long to be read"))
        : Optional.empty();
  }

  private static Problem limit(Slice slice, String message) {
    return new Problem(Problem.Kind.LIMIT, slice, message);
  }
}
