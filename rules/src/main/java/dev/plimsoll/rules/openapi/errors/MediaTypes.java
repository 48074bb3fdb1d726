package dev.plimsoll.rules.openapi.errors;

import java.util.Locale;

/** What the names of media types say. */
final class MediaTypes {

  private MediaTypes() {}

  /**
   * Whether bodies of a type have members: JSON, XML, or whatever the server likes.
   *
   * @param type as written; empty where the operation names it
   */
  static boolean isStructured(String type) {
    String name = essence(type);
    return name.isEmpty()
        || name.equals("*/*")
        || name.equals("application/*")
        || name.contains("json")
        || name.endsWith("/xml")
        || name.endsWith("+xml")
        || name.endsWith("yaml");
  }

  /** A type without its parameters, in small letters. */
  static String essence(String type) {
    int semicolon = type.indexOf(';');
    return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
  }
}
