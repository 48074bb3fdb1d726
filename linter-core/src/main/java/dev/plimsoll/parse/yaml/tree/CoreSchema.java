package dev.plimsoll.parse.yaml.tree;

import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Style;

/**
 * The types of scalars by the core schema of YAML 1.2 (section 10.3.2), of which JSON's are a part:
 * {@code yes} is a text there, {@code 0o17} a number.
 */
public final class CoreSchema {

  private CoreSchema() {}

  /** The types. */
  public enum Type {
    TEXT("a text"),
    INTEGER("a number"),
    FLOAT("a number"),
    BOOLEAN("a truth value"),
    NULL("nothing");

    private final String label;

    Type(String label) {
      this.label = label;
    }

    /** How messages call a value of it. */
    public String label() {
      return label;
    }
  }

  /** The type of a scalar; a tag of the standard goes before its looks. */
  public static Type type(Scalar scalar) {
    String tag = scalar.properties().tag().orElse("");
    if (scalar.style() != Style.PLAIN || tag.equals("tag:yaml.org,2002:str") || tag.equals("!")) {
      return Type.TEXT;
    }
    return type(scalar.text());
  }

  private static Type type(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> Type.NULL;
      case "true", "True", "TRUE", "false", "False", "FALSE" -> Type.BOOLEAN;
      case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF" ->
          Type.FLOAT;
      case ".nan", ".NaN", ".NAN" -> Type.FLOAT;
      default -> number(text);
    };
  }

  private static Type number(String text) {
    if (text.startsWith("0x") || text.startsWith("0o")) {
      return areDigits(text, text.charAt(1) == 'x' ? 16 : 8) ? Type.INTEGER : Type.TEXT;
    }
    int at = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
    int whole = digitsEnd(text, at);
    if (whole == text.length() && whole > at) {
      return Type.INTEGER;
    }
    int end = whole;
    if (end < text.length() && text.charAt(end) == '.') {
      end = digitsEnd(text, end + 1);
      if (whole == at && end == whole + 1) {
        return Type.TEXT;
      }
    } else if (whole == at) {
      return Type.TEXT;
    }
    return exponentEnd(text, end) == text.length() ? Type.FLOAT : Type.TEXT;
  }

  private static int exponentEnd(String text, int from) {
    if (from == text.length() || (text.charAt(from) != 'e' && text.charAt(from) != 'E')) {
      return from;
    }
    boolean isSigned = from + 1 < text.length() && "+-".indexOf(text.charAt(from + 1)) >= 0;
    int digits = from + (isSigned ? 2 : 1);
    int end = digitsEnd(text, digits);
    return end == digits ? -1 : end;
  }

  private static boolean areDigits(String text, int radix) {
    for (int i = 2; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80 || Character.digit(text.charAt(i), radix) < 0) {
        return false;
      }
    }
    return text.length() > 2;
  }

  private static int digitsEnd(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
