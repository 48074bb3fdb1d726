package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import java.util.Locale;
import java.util.Optional;

/** What the names of media types say. */
final class MediaTypes {

  private MediaTypes() {}

  /** Whether bodies of a type have members: JSON, XML, or whatever the server likes. */
  static boolean isStructured(Optional<Scalar> type) {
    if (type.isEmpty()) {
      return true;
    }
    String name = essence(type.get().text());
    return name.equals("*/*")
        || name.equals("application/*")
        || name.contains("json")
        || name.endsWith("/xml")
        || name.endsWith("+xml")
        || name.endsWith("yaml");
  }

  static boolean isJson(String type) {
    String name = essence(type);
    return name.endsWith("/json") || name.endsWith("+json");
  }

  static boolean isProblem(String type) {
    return essence(type).startsWith("application/problem+");
  }

  /** A type without its parameters, in small letters. */
  static String essence(String type) {
    int semicolon = type.indexOf(';');
    return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
  }
}
