package dev.plimsoll.parse.shell.tree;

/** Names, XBD 3.216: letters, digits and underscores of ASCII, no digit first. */
final class Names {

  private Names() {}

  static boolean isNameCharacter(char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Where the name ends that begins at an offset; the offset itself if none does. */
  static int end(String text, int from) {
    int at = from;
    if (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      return from;
    }
    while (at < text.length() && isNameCharacter(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
