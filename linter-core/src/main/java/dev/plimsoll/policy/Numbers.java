package dev.plimsoll.policy;

import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import java.util.Optional;

/** Reads and writes numbers. */
final class Numbers {

  private Numbers() {}

  /** A decimal number; nothing for what is none. */
  static Optional<Double> of(Scalar scalar) {
    try {
      return Optional.of(Double.valueOf(scalar.text()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Without a needless fraction. */
  static String text(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
