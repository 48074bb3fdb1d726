package dev.plimsoll.rules.openapi.errors;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a new member of a schema of errors is called beside those that it has. */
final class MemberNames {

  private static final List<String> TEXTS =
      List.of("message", "msg", "detail", "description", "text");

  private MemberNames() {}

  /** The name of a code: like that of the text, {@code errorCode} beside {@code errorMessage}. */
  static Optional<String> code(ErrorShape shape) {
    for (String name : shape.names()) {
      String small = name.toLowerCase(Locale.ROOT);
      if (small.endsWith("message") && small.length() > "message".length()) {
        String prefix = name.substring(0, name.length() - "message".length());
        boolean isUpper = Character.isUpperCase(name.charAt(prefix.length()));
        return free(prefix + (isUpper ? "Code" : "code"), shape);
      }
    }
    Optional<String> plain = free(styled("code", shape), shape);
    return plain.isPresent() ? plain : free(styled("error_code", shape), shape);
  }

  /** The name of a text: like that of the code, {@code errorMessage} beside {@code errorCode}. */
  static Optional<String> message(ErrorShape shape) {
    for (String name : shape.names()) {
      String small = name.toLowerCase(Locale.ROOT);
      if (small.endsWith("code") && small.startsWith("error")) {
        String prefix = name.substring(0, name.length() - "code".length());
        boolean isUpper = Character.isUpperCase(name.charAt(prefix.length()));
        return free(prefix + (isUpper ? "Message" : "message"), shape);
      }
    }
    return free(styled("message", shape), shape);
  }

  /** A name of words with {@code _} between them, in the style of the others. */
  static String styled(String words, ErrorShape shape) {
    boolean isSnake = false;
    boolean isPascal = !shape.names().isEmpty();
    for (String name : shape.names()) {
      isSnake |= name.indexOf('_') > 0;
      isPascal &= Character.isUpperCase(name.charAt(0));
    }
    if (isSnake) {
      return words;
    }
    StringBuilder styled = new StringBuilder();
    boolean isUpper = isPascal;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c != '_') {
        styled.append(isUpper ? Character.toUpperCase(c) : c);
      }
      isUpper = c == '_';
    }
    return styled.toString();
  }

  /** The name of the member with the text; nothing where there is none by a usual name. */
  static Optional<String> text(ErrorShape shape) {
    for (String text : TEXTS) {
      for (String name : shape.names()) {
        if (name.toLowerCase(Locale.ROOT).endsWith(text) && shape.of(name).isText()) {
          return Optional.of(name);
        }
      }
    }
    return Optional.empty();
  }

  /** The name, if it is free. */
  static Optional<String> free(String name, ErrorShape shape) {
    return shape.has(name) ? Optional.empty() : Optional.of(name);
  }
}
