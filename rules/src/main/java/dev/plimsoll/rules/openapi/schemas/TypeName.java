package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.text.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The type of JSON that somebody means by the word of another language.
 *
 * @param format that goes with it; empty where none does
 */
record TypeName(String type, String format) {

  private static final List<String> TYPES =
      List.of("string", "number", "integer", "boolean", "array", "object");

  /** What a word that is no type means; nothing where that is not clear. */
  static Optional<TypeName> meant(String word) {
    String plain = word.toLowerCase(Locale.ROOT);
    if (TYPES.contains(plain)) {
      return Optional.of(new TypeName(plain, ""));
    }
    String known = synonym(plain);
    if (!known.isEmpty()) {
      int space = known.indexOf(' ');
      return Optional.of(
          space < 0
              ? new TypeName(known, "")
              : new TypeName(known.substring(0, space), known.substring(space + 1)));
    }
    Optional<String> nearest = NearestName.of(plain, TYPES);
    return nearest.isPresent() ? Optional.of(new TypeName(nearest.get(), "")) : Optional.empty();
  }

  private static String synonym(String word) {
    return switch (word) {
      case "int", "short", "smallint", "tinyint" -> "integer";
      case "int32" -> "integer int32";
      case "int64", "long", "bigint" -> "integer int64";
      case "float" -> "number float";
      case "double" -> "number double";
      case "decimal", "bigdecimal", "numeric" -> "number";
      case "bool" -> "boolean";
      case "str", "text", "varchar", "char" -> "string";
      case "date" -> "string date";
      case "datetime", "date-time", "date_time" -> "string date-time";
      case "uuid", "guid" -> "string uuid";
      case "uri", "url" -> "string uri";
      case "email" -> "string email";
      case "byte", "base64" -> "string byte";
      case "binary", "file" -> "string binary";
      case "dict", "dictionary", "map", "hashmap", "struct" -> "object";
      case "list" -> "array";
      default -> "";
    };
  }

  @Override
  public String toString() {
    return format.isEmpty() ? type : type + " with format " + format;
  }
}
