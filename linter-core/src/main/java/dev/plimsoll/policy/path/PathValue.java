package dev.plimsoll.policy.path;

import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import java.util.Optional;

/** What is compared in a filter: the values of JSON, and that there is none. */
record PathValue(Type type, String text, double number, Optional<YamlNode> node) {

  static final PathValue NOTHING = new PathValue(Type.NOTHING, "", 0, Optional.empty());
  static final PathValue NULL = new PathValue(Type.NULL, "", 0, Optional.empty());

  enum Type {
    NOTHING,
    NULL,
    BOOLEAN,
    NUMBER,
    TEXT,
    COLLECTION
  }

  static PathValue of(String text) {
    return new PathValue(Type.TEXT, text, 0, Optional.empty());
  }

  static PathValue of(double number) {
    return new PathValue(Type.NUMBER, "", number, Optional.empty());
  }

  static PathValue of(boolean value) {
    return new PathValue(Type.BOOLEAN, "", value ? 1 : 0, Optional.empty());
  }

  static PathValue of(YamlNode node) {
    if (!(node instanceof Scalar scalar)) {
      return new PathValue(Type.COLLECTION, "", 0, Optional.of(node));
    }
    return switch (CoreSchema.type(scalar)) {
      case NULL -> NULL;
      case BOOLEAN -> of(scalar.text().charAt(0) == 't' || scalar.text().charAt(0) == 'T');
      case INTEGER, FLOAT -> of(number(scalar.text()));
      case TEXT -> of(scalar.text());
    };
  }

  private static double number(String text) {
    String plain = text.startsWith("+") ? text.substring(1) : text;
    if (plain.startsWith("0x") || plain.startsWith("0o")) {
      double value = 0;
      int radix = plain.charAt(1) == 'x' ? 16 : 8;
      for (int i = 2; i < plain.length(); i++) {
        value = value * radix + Character.digit(plain.charAt(i), radix);
      }
      return value;
    }
    char last = plain.charAt(plain.length() - 1);
    if (last == 'f' || last == 'F') {
      return plain.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return last == 'n' || last == 'N' ? Double.NaN : Double.parseDouble(plain);
  }
}
