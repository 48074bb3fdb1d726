package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A scalar as another type, where it reads like one. */
final class Coercion {

  private Coercion() {}

  /** What was meant by a scalar that should have one of the types. */
  static Optional<NewYaml> of(Scalar scalar, List<String> types) {
    List<String> wanted = new ArrayList<>(types);
    wanted.remove("null");
    CoreSchema.Type type = CoreSchema.type(scalar);
    if (wanted.size() != 1 || type == CoreSchema.Type.NULL) {
      return Optional.empty();
    }
    String text = scalar.text();
    boolean isText = type == CoreSchema.Type.TEXT;
    return switch (wanted.get(0)) {
      case "string" -> isText ? Optional.empty() : Optional.of(NewYaml.text(text));
      case "integer" ->
          isText && isInteger(text) ? Optional.of(NewYaml.plain(text)) : Optional.empty();
      case "number" ->
          isText && isNumber(text) ? Optional.of(NewYaml.plain(text)) : Optional.empty();
      case "boolean" ->
          isText && (text.equals("true") || text.equals("false"))
              ? Optional.of(NewYaml.plain(text))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** The title of the fix that makes it that, alone or with others like it. */
  static String title(NewYaml value, boolean isOneOfMany) {
    if (!isOneOfMany) {
      return "Make it " + (value instanceof NewYaml.Text ? "a text" : value.inline(true));
    }
    if (value instanceof NewYaml.Text) {
      return "Make each a text";
    }
    return Character.isLetter(value.inline(true).charAt(0))
        ? "Make each true or false"
        : "Make each a number";
  }

  /** One fix of two. */
  static Fix both(Fix one, Fix other) {
    List<Edit> edits = new ArrayList<>(one.edits());
    edits.addAll(other.edits());
    List<ModelChange> changes = new ArrayList<>(one.changes());
    changes.addAll(other.changes());
    return new Fix(one.title(), one.safety(), edits, one.newFiles(), changes, one.mayTrigger());
  }

  private static boolean isInteger(String text) {
    int at = text.startsWith("-") ? 1 : 0;
    return digitsEnd(text, at) == text.length()
        && text.length() > at
        && (text.charAt(at) != '0' || text.length() == at + 1);
  }

  /** As JSON writes them, without an exponent. */
  private static boolean isNumber(String text) {
    int dot = text.indexOf('.');
    if (dot < 0) {
      return isInteger(text);
    }
    return isInteger(text.substring(0, dot))
        && dot + 1 < text.length()
        && digitsEnd(text, dot + 1) == text.length();
  }

  private static int digitsEnd(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
