package dev.plimsoll.parse.yaml.tree;

import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * The numbers that scalars are, exactly, where the core schema of YAML 1.2, YAML 1.1 and JSON agree
 * on them: {@code 010} is ten to the first and eight to the second, {@code 0o10} is eight and a
 * text.
 */
public final class CoreNumbers {

  /** Reading a longer one costs its square. */
  private static final int LONGEST = 60;

  /** What a number of double precision can have; beyond it, tools disagree. */
  private static final int LARGEST_EXPONENT = 400;

  private CoreNumbers() {}

  /** Whether a node is a number, though it may be one that no two tools read alike. */
  public static boolean isNumber(YamlNode node) {
    if (!(node instanceof Scalar scalar)) {
      return false;
    }
    CoreSchema.Type type = CoreSchema.type(scalar);
    return type == CoreSchema.Type.INTEGER || type == CoreSchema.Type.FLOAT;
  }

  /** The number that a node is; nothing for infinite, long and disputed ones and for no number. */
  public static Optional<BigDecimal> of(YamlNode node) {
    return node instanceof Scalar scalar && isNumber(node) ? of(scalar.text()) : Optional.empty();
  }

  private static Optional<BigDecimal> of(String text) {
    if (text.length() > LONGEST || isDisputed(text)) {
      return Optional.empty();
    }
    try {
      if (text.startsWith("0x")) {
        return Optional.of(new BigDecimal(new BigInteger(text.substring(2), 16)));
      }
      BigDecimal number = new BigDecimal(text);
      boolean isFar = Math.abs((long) number.scale()) > LARGEST_EXPONENT;
      return isFar ? Optional.empty() : Optional.of(number);
    } catch (NumberFormatException e) { // .inf, .nan, or an exponent beyond all
      return Optional.empty();
    }
  }

  /** Octal numbers, as either version of YAML writes them. */
  private static boolean isDisputed(String text) {
    int at = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
    if (text.length() < at + 2 || text.charAt(at) != '0') {
      return false;
    }
    char next = text.charAt(at + 1);
    return next == 'o' || (next >= '0' && next <= '9' && text.indexOf('.') < 0);
  }

  /** Whether a number has no fraction, however it is written. */
  public static boolean isWhole(BigDecimal number) {
    return number.scale() <= 0 || number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
  }
}
