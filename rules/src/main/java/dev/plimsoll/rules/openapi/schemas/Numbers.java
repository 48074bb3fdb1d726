package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** The numbers of YAML and JSON, exactly. */
final class Numbers {

  /** No schema has a longer one, and reading it costs its square. */
  private static final int LONGEST = 60;

  /** What a number of double precision can have; beyond it, tools disagree. */
  private static final int LARGEST_EXPONENT = 400;

  private Numbers() {}

  /** The number that a scalar is; nothing for infinite ones, long ones and what is none. */
  static Optional<BigDecimal> of(YamlNode node) {
    if (!(node instanceof Scalar scalar)) {
      return Optional.empty();
    }
    CoreSchema.Type type = CoreSchema.type(scalar);
    boolean isNumber = type == CoreSchema.Type.INTEGER || type == CoreSchema.Type.FLOAT;
    return isNumber ? of(scalar.text()) : Optional.empty();
  }

  /** The number that a text reads as. */
  static Optional<BigDecimal> of(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      if (text.startsWith("0x") || text.startsWith("0o")) {
        int radix = text.charAt(1) == 'x' ? 16 : 8;
        return Optional.of(new BigDecimal(new BigInteger(text.substring(2), radix)));
      }
      BigDecimal number = new BigDecimal(text);
      boolean isFar = Math.abs((long) number.scale()) > LARGEST_EXPONENT;
      return isFar ? Optional.empty() : Optional.of(number);
    } catch (NumberFormatException e) { // .inf, .nan
      return Optional.empty();
    }
  }

  /** Whether a number has no fraction, however it is written. */
  static boolean isWhole(BigDecimal number) {
    return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
  }
}
