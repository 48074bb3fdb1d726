package dev.plimsoll.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Why fixes are not proved.
 *
 * @param suspects those of them that it points at; none where it might be any
 */
record Refutation(String reason, List<Candidate> suspects) {

  /** Few are halved in their order, and soon: of two that fail together the later one goes. */
  private static final int FEW = 64;

  Refutation {
    suspects = List.copyOf(suspects);
  }

  /** One that points at none. */
  static Refutation of(String reason) {
    return new Refutation(reason, List.of());
  }

  /** Some fixes, of which not all can be proved, in two: the guilty are looked for in the last. */
  Halves halve(List<Candidate> fixes) {
    Set<Candidate> pointedAt = fixes.size() <= FEW ? Set.of() : new HashSet<>(suspects);
    List<Candidate> first = new ArrayList<>();
    List<Candidate> last = new ArrayList<>();
    for (Candidate fix : fixes) {
      (pointedAt.contains(fix) ? last : first).add(fix);
    }
    int half = fixes.size() / 2;
    return first.isEmpty() || last.isEmpty()
        ? new Halves(fixes.subList(0, half), fixes.subList(half, fixes.size()))
        : new Halves(first, last);
  }

  /** Two parts, neither of them empty. */
  record Halves(List<Candidate> first, List<Candidate> last) {}
}
