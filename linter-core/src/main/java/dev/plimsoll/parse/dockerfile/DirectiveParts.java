package dev.plimsoll.parse.dockerfile;

/** Takes {@code # name=value} apart; source: BuildKit, {@code parser/directives.go}. */
final class DirectiveParts {

  private DirectiveParts() {}

  /**
   * Start and end of the name, then of the value, in the line; empty if it is an ordinary comment.
   */
  static int[] of(String comment) {
    int name = skipBlanks(comment, 1);
    int nameEnd = name;
    while (nameEnd < comment.length() && Character.isLetterOrDigit(comment.charAt(nameEnd))) {
      nameEnd++;
    }
    int equals = skipBlanks(comment, nameEnd);
    if (nameEnd == name || equals >= comment.length() || comment.charAt(equals) != '=') {
      return new int[0];
    }
    if (!isKnown(comment.substring(name, nameEnd))) {
      return new int[0];
    }
    int value = skipBlanks(comment, equals + 1);
    int end = comment.length();
    while (end > value && Character.isWhitespace(comment.charAt(end - 1))) {
      end--;
    }
    return end == value ? new int[0] : new int[] {name, nameEnd, value, end};
  }

  private static boolean isKnown(String name) {
    return name.equalsIgnoreCase("syntax")
        || name.equalsIgnoreCase("escape")
        || name.equalsIgnoreCase("check");
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
