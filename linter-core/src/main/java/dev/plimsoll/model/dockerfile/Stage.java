package dev.plimsoll.model.dockerfile;

import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.Anchor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One FROM and the instructions up to the next.
 *
 * @param anchor its name where it has one, {@code final} for a nameless last one, else its index
 * @param index 0-based
 * @param steps FROM is the first
 * @param end what is in force after its last instruction
 */
public record Stage(
    Anchor anchor, int index, Instruction.From from, Base base, List<Step> steps, BuildState end) {

  public Stage {
    steps = List.copyOf(steps);
  }

  /** Its name in lower case, as the builder compares names. */
  public Optional<String> name() {
    return name(from);
  }

  static Optional<String> name(Instruction.From from) {
    return from.stage().isPresent()
        ? Optional.of(from.stage().get().text().toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
