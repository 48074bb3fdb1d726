package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.text.Slice;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;

/**
 * Reads unquoted scalars as the YAML library of Compose does, go.yaml.in/yaml v4: numbers with a
 * leading zero are octal, {@code yes} and {@code on} are texts, there is no base 60.
 */
final class PlainScalars {

  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
  private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
  private static final Set<String> BEYOND_JSON =
      Set.of(
          ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF", ".nan",
          ".NaN", ".NAN");
  private static final String CORE = "tag:yaml.org,2002:";
  private static final BigInteger MAX_UNSIGNED = BigInteger.ONE.shiftLeft(64);
  private static final BigInteger MIN_SIGNED = BigInteger.ONE.shiftLeft(63).negate();
  private static final int DECIMAL_DIGITS = 21; // beyond them Go writes an exponent

  private PlainScalars() {}

  /** What a scalar says by itself, variables not replaced. */
  static Scalar of(YamlNode.Scalar scalar) {
    boolean plain = scalar.style() == YamlNode.Style.PLAIN;
    String tag = scalar.properties().tag().orElse("!");
    boolean untagged = tag.equals("!");
    String text = scalar.text();
    boolean isText = untagged ? !plain : wanted(tag).isEmpty();
    return isText
        ? Scalar.of(scalar.slice(), text, ComposeNode.Type.STRING)
        : plain(scalar.slice(), text);
  }

  /** The types that a tag asks for; any where it is a tag of the document's own. */
  private static Set<ComposeNode.Type> wanted(String tag) {
    return switch (tag) {
      case CORE + "null" -> Set.of(ComposeNode.Type.NULL);
      case CORE + "bool" -> Set.of(ComposeNode.Type.BOOLEAN);
      case CORE + "int" -> Set.of(ComposeNode.Type.INTEGER);
      case CORE + "float" -> Set.of(ComposeNode.Type.FLOAT, ComposeNode.Type.INTEGER);
      default -> Set.of();
    };
  }

  /** Whether it is infinite, or not a number. */
  static boolean isBeyondJson(Scalar scalar) {
    return scalar.type() == ComposeNode.Type.FLOAT && BEYOND_JSON.contains(scalar.text());
  }

  /** Whether a scalar is what its tag asks for. */
  static boolean fits(YamlNode.Scalar written, Scalar read) {
    Set<ComposeNode.Type> wanted = wanted(written.properties().tag().orElse("!"));
    return wanted.isEmpty() || wanted.contains(read.type());
  }

  private static Scalar plain(Slice slice, String text) {
    if (NULLS.contains(text)) {
      return Scalar.of(slice, "", ComposeNode.Type.NULL);
    }
    if (TRUE.contains(text) || FALSE.contains(text)) {
      return Scalar.of(slice, TRUE.contains(text) ? "true" : "false", ComposeNode.Type.BOOLEAN);
    }
    if (BEYOND_JSON.contains(text)) {
      return Scalar.of(slice, text, ComposeNode.Type.FLOAT);
    }
    if ("+-.0123456789".indexOf(text.charAt(0)) < 0) {
      return Scalar.of(slice, text, ComposeNode.Type.STRING);
    }
    String digits = text.replace("_", "");
    Optional<BigInteger> integer = integer(digits);
    if (integer.isPresent()) {
      return Scalar.of(slice, integer.get().toString(), ComposeNode.Type.INTEGER);
    }
    return isFloat(digits) && Double.isFinite(Double.parseDouble(digits))
        ? Scalar.of(slice, decimal(digits), ComposeNode.Type.FLOAT)
        : Scalar.of(slice, text, ComposeNode.Type.STRING);
  }

  /** An integer of Go's strconv.ParseInt in base 0, up to 64 bits. */
  private static Optional<BigInteger> integer(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    String digits = signed ? text.substring(1) : text;
    int radix = radix(digits);
    String body =
        radix == 10 ? digits : digits.substring(Character.isLetter(digits.charAt(1)) ? 2 : 1);
    if (body.isEmpty() || !areDigits(body, radix)) {
      return Optional.empty();
    }
    BigInteger value = new BigInteger(body, radix);
    BigInteger result = text.startsWith("-") ? value.negate() : value;
    boolean fits = result.compareTo(MIN_SIGNED) >= 0 && result.compareTo(MAX_UNSIGNED) < 0;
    return fits ? Optional.of(result) : Optional.empty();
  }

  private static int radix(String digits) {
    if (digits.length() < 2 || digits.charAt(0) != '0') {
      return 10;
    }
    return switch (digits.charAt(1)) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      default -> 8;
    };
  }

  private static boolean areDigits(String text, int radix) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80 || Character.digit(text.charAt(i), radix) < 0) {
        return false;
      }
    }
    return true;
  }

  /** {@code [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?}. */
  private static boolean isFloat(String text) {
    int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    int whole = digitsEnd(text, at);
    int end = whole;
    if (end < text.length() && text.charAt(end) == '.') {
      end = digitsEnd(text, end + 1);
      if (whole == at && end == whole + 1) {
        return false;
      }
    } else if (whole == at) {
      return false;
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int sign = end + 1 < text.length() && "+-".indexOf(text.charAt(end + 1)) >= 0 ? 1 : 0;
      int exponent = end + 1 + sign;
      end = digitsEnd(text, exponent);
      if (end == exponent) {
        return false;
      }
    }
    return end == text.length();
  }

  private static int digitsEnd(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  /** A float as Go's {@code %v} writes it: 1.10 is 1.1, 3.0 is 3, 1e21 is 1e+21. */
  static String decimal(String text) {
    BigDecimal value = new BigDecimal(Double.toString(Double.parseDouble(text)));
    BigDecimal plain = value.stripTrailingZeros();
    int exponent = plain.precision() - plain.scale() - 1;
    if (value.signum() == 0 || (exponent >= -4 && exponent < DECIMAL_DIGITS)) {
      return plain.toPlainString();
    }
    String digits = plain.unscaledValue().abs().toString();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    String size = exponent < 0 ? "-" : "+";
    String power = String.valueOf(Math.abs(exponent));
    return (value.signum() < 0 ? "-" : "")
        + mantissa
        + "e"
        + size
        + (power.length() == 1 ? "0" + power : power);
  }
}
