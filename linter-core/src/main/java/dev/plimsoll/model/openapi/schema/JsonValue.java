package dev.plimsoll.model.openapi.schema;

import dev.plimsoll.parse.yaml.tree.CoreNumbers;
import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.parse.yaml.tree.YamlNode.Style;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What nodes are as JSON. */
public final class JsonValue {

  /** Longer ones are not compared. */
  private static final int LONGEST = 4_000;

  /** What only YAML 1.1 takes for true or false. */
  private static final Set<String> OLD_TRUTHS = Set.of("y", "n", "yes", "no", "on", "off");

  private JsonValue() {}

  /** Whether it is what stands there: no alias, no merged or bundled mapping, no tagged scalar. */
  static boolean isKnown(YamlNode node) {
    if (node instanceof Mapping mapping) {
      return mapping.find("<<").isEmpty() && mapping.find("$ref").isEmpty();
    }
    return node instanceof Sequence
        || (node instanceof Scalar scalar && scalar.properties().tag().isEmpty());
  }

  /** Whether YAML 1.1 reads another type than YAML 1.2. */
  static boolean isDisputed(Scalar scalar) {
    if (scalar.style() != Style.PLAIN || scalar.text().isEmpty()) {
      return false;
    }
    String text = scalar.text();
    if (text.length() <= 3) {
      return OLD_TRUTHS.contains(text.toLowerCase(Locale.ROOT));
    }
    return isOldNumber(text) && CoreSchema.type(scalar) == CoreSchema.Type.TEXT;
  }

  /** {@code 1_000} and {@code 12:30:00}. */
  private static boolean isOldNumber(String text) {
    boolean isOld = false;
    for (int i = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0; i < text.length(); i++) {
      char c = text.charAt(i);
      isOld |= i > 0 && (c == '_' || c == ':');
      if ((c < '0' || c > '9') && "_:.".indexOf(c) < 0) {
        return false;
      }
    }
    return isOld;
  }

  static boolean isNull(YamlNode node) {
    return node instanceof Scalar scalar && CoreSchema.type(scalar) == CoreSchema.Type.NULL;
  }

  static boolean isText(YamlNode node) {
    return node instanceof Scalar scalar && CoreSchema.type(scalar) == CoreSchema.Type.TEXT;
  }

  static boolean isTruth(YamlNode node, boolean truth) {
    return node instanceof Scalar scalar
        && CoreSchema.type(scalar) == CoreSchema.Type.BOOLEAN
        && scalar.text().equalsIgnoreCase(String.valueOf(truth));
  }

  /** Alike for values that are equal; nothing for what is not known, or long. */
  public static Optional<String> canonical(YamlNode node) {
    StringBuilder text = new StringBuilder();
    return write(node, text) ? Optional.of(text.toString()) : Optional.empty();
  }

  private static boolean write(YamlNode node, StringBuilder text) {
    if (!isKnown(node) || text.length() > LONGEST) {
      return false;
    }
    if (node instanceof Scalar scalar) {
      return write(scalar, text);
    }
    if (node instanceof Sequence list) {
      text.append('[');
      for (YamlNode item : list.items()) {
        if (!write(item, text)) {
          return false;
        }
        text.append(',');
      }
      text.append(']');
      return true;
    }
    return node instanceof Mapping mapping && write(mapping, text);
  }

  private static boolean write(Mapping mapping, StringBuilder text) {
    Map<String, YamlNode> sorted = new TreeMap<>();
    for (Entry entry : mapping.entries()) {
      if (!(entry.key() instanceof Scalar key)) {
        return false;
      }
      sorted.put(key.text(), entry.value());
    }
    text.append('{');
    for (Map.Entry<String, YamlNode> entry : sorted.entrySet()) {
      text.append(entry.getKey().length()).append(':').append(entry.getKey()).append('=');
      if (!write(entry.getValue(), text)) {
        return false;
      }
    }
    text.append('}');
    return true;
  }

  private static boolean write(Scalar scalar, StringBuilder text) {
    switch (CoreSchema.type(scalar)) {
      case NULL -> text.append("null");
      case BOOLEAN -> text.append(isTruth(scalar, true));
      case TEXT -> {
        if (isDisputed(scalar)) {
          return false;
        }
        text.append(scalar.text().length()).append('"').append(scalar.text());
      }
      case INTEGER, FLOAT -> {
        Optional<BigDecimal> number = CoreNumbers.of(scalar);
        if (number.isEmpty()) {
          return false;
        }
        text.append('#').append(number.get().stripTrailingZeros());
      }
    }
    return true;
  }
}
