package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.model.openapi.OpenApiVersion;

/** The keys of responses: status codes of RFC 9110, section 15, and ranges of them. */
final class Status {

  private Status() {}

  /** Whether it says which responses are meant. */
  static boolean isValid(String key, OpenApiVersion version) {
    return key.equals("default") || isCode(key) || (isRange(key) && version != OpenApiVersion.V2_0);
  }

  /** A code from 100 to 599. */
  static boolean isCode(String key) {
    return isOfClass(key) && isDigit(key.charAt(1)) && isDigit(key.charAt(2));
  }

  /** All codes of a class, {@code 4XX}. */
  static boolean isRange(String key) {
    return isOfClass(key) && key.endsWith("XX");
  }

  private static boolean isOfClass(String key) {
    return key.length() == 3 && key.charAt(0) >= '1' && key.charAt(0) <= '5';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Whether a response of it ends behind its headers: RFC 9110, section 6.4.1, and 15.3.6. */
  static boolean hasNoBody(String key) {
    return key.equals("204")
        || key.equals("205")
        || key.equals("304")
        || (key.startsWith("1") && (isCode(key) || isRange(key)));
  }

  /** Whether a response of it tells that the request was served: a redirect does, too. */
  static boolean isSuccess(String key) {
    return key.startsWith("2") || key.startsWith("3") || key.equals("101") || key.equals("1XX");
  }
}
